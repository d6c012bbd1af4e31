/** The endings of files that are kept; the server looks into each. */
export const ATTACHABLE = [".pdf", ".docx", ".odt", ".xlsx", ".png", ".jpg", ".jpeg", ".txt", ".csv"].join(
  ",",
);
