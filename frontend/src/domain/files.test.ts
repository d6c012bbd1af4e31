import { expect, test } from "vitest";
import { amendmentFiles, certificateFile, comparisonFiles, nameOf, sizeInWords, versionFiles } from "./files";

test("a version comes in six forms, PDF first, at its stable addresses", () => {
  const files = versionFiles("AMB-PP-2026-001", "ca", 7);
  expect(files.map(({ kind }) => kind)).toEqual(["pdf", "docx", "odt", "html", "md", "xml"]);
  expect(files[0]?.address).toBe("/positions/AMB-PP-2026-001/ca/versions/7.pdf");
});

test("comparison, amendments and certificate have theirs", () => {
  expect(comparisonFiles("A", "ca", 1, 2)[0]?.address).toBe("/positions/A/ca/comparison/1...2.docx");
  expect(amendmentFiles("A", "es").map(({ address }) => address)).toEqual([
    "/positions/A/amendments.pdf?language=es",
    "/positions/A/amendments.docx?language=es",
  ]);
  expect(certificateFile("A", 2).address).toBe("/positions/A/rounds/2/certificate.pdf");
});

test("sizes are said in round figures", () => {
  expect([0, 900, 110_400, 1_540_000].map((bytes) => sizeInWords(bytes, "ca"))).toEqual([
    "1\u00a0KB",
    "1\u00a0KB",
    "110\u00a0KB",
    "1,5\u00a0MB",
  ]);
});

test("a file is called as the server calls it, else by its address", () => {
  expect(nameOf('attachment; filename="AMB-PP-2026-001-ca-v7.docx"', "/x")).toBe(
    "AMB-PP-2026-001-ca-v7.docx",
  );
  expect(nameOf(null, "/positions/A/amendments.pdf?language=ca")).toBe("amendments.pdf");
});
