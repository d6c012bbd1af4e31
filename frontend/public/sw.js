// Where a page cannot be fetched at all, says that what was written is kept, and tries again. Nothing else is answered from here: no
// page, no text and no answer of the server is ever stored by it.
const CACHE = "positions.away";
const PAGE = "/away.html";

self.addEventListener("install", (event) => {
  self.skipWaiting();
  event.waitUntil(caches.open(CACHE).then((cache) => cache.add(new Request(PAGE, { cache: "reload" }))));
});

self.addEventListener("fetch", (event) => {
  if (event.request.mode !== "navigate") return;
  event.respondWith(fetch(event.request).catch(async () => (await caches.match(PAGE)) ?? Response.error()));
});
