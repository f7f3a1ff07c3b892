// Reading without a network. It keeps three things: the app itself (per version; its parts that not everybody needs once
// they have been asked for), the answers of the API, and the printable catalogues. The network always comes first; an answer from the store says how old it is.
// It never keeps anything but GET requests to this very site, and never what the server says is for one person
// ("no-store"); when somebody signs in or out, the answers kept for somebody else are dropped.

const VERSION = "{{version}}";
const APP = `tovholder-app-${VERSION}`;
const ANSWERS = "tovholder-answers-1";
const PAGES = "tovholder-pages-1";
const PRECACHE = {{precache}};

/** The header that tells the app how old an answer is. */
const CACHED_AT = "X-Tovholder-Cached-At";
/** How long the network may take when there is something in the store, in milliseconds. */
const PATIENCE = 6000;
/** The most answers kept; the oldest go first. */
const MOST_ANSWERS = 600;
/** A catalogue kept less than this long ago is not fetched again in the background, in milliseconds. */
const FRESH = 60 * 60 * 1000;

self.addEventListener("install", (event) => {
  event.waitUntil(
    caches
      .open(APP)
      .then((cache) => cache.addAll(PRECACHE.map((path) => new Request(path, { cache: "no-cache" }))))
      .then(() => self.skipWaiting()),
  );
});

self.addEventListener("activate", (event) => {
  const known = [APP, ANSWERS, PAGES];
  event.waitUntil(
    caches
      .keys()
      .then((names) => names.filter((name) => name.startsWith("tovholder-") && !known.includes(name)))
      .then((old) => Promise.all(old.map((name) => caches.delete(name))))
      .then(() => self.clients.claim()),
  );
});

self.addEventListener("fetch", (event) => {
  const { request } = event;
  const url = new URL(request.url);
  if (request.method !== "GET" || url.origin !== self.location.origin) return;
  if (url.pathname === "/graphql") {
    event.respondWith(fromNetwork(event, ANSWERS));
  } else if (isCatalogue(url.pathname)) {
    event.respondWith(fromNetwork(event, PAGES));
  } else if (request.mode === "navigate" && !isElsewhere(url.pathname)) {
    event.respondWith(shell(request));
  } else if (url.pathname.startsWith("/assets/")) {
    event.respondWith(fromStore(event));
  } else if (request.destination === "style" || request.destination === "font") {
    event.respondWith(fromNetwork(event, PAGES));
  }
});

self.addEventListener("message", (event) => {
  if (event.data && event.data.forget) {
    event.waitUntil(Promise.all([ANSWERS, PAGES].map((name) => caches.delete(name))));
  }
  const path = event.data && event.data.keep;
  if (typeof path === "string" && isCatalogue(path)) event.waitUntil(keepCatalogue(path));
});

/** `/<municipality>/katalog` is a page of the server's. */
function isCatalogue(path) {
  return /^\/[^/]+\/katalog\/?$/.test(path);
}

/** What the server answers by itself and the app has no page for. */
function isElsewhere(path) {
  return /^\/(graphiql|healthz|readyz)(\/|$)/.test(path) || /\.[a-z0-9]+$/i.test(path);
}

/** The network first; the store when it fails, or when it takes too long. */
async function fromNetwork(event, name) {
  const { request } = event;
  const cache = await caches.open(name);
  const kept = await cache.match(request);
  const fetched = fetch(request).then((response) => {
    if (isWorthKeeping(response)) event.waitUntil(keep(cache, request, response.clone()));
    return response;
  });
  return kept ? inTime(fetched, kept) : fetched;
}

/** Hashed files never change. A part of the app is kept when it is asked for. */
async function fromStore(event) {
  const { request } = event;
  const kept = await caches.match(request);
  if (kept) return kept;
  const response = await fetch(request);
  if (isPart(request) && isWorthKeeping(response)) {
    const copy = response.clone();
    event.waitUntil(caches.open(APP).then((cache) => cache.put(request, copy)));
  }
  return response;
}

function isPart(request) {
  return new URL(request.url).pathname.startsWith("/assets/part-");
}

/** Every page of the app is the same document. */
async function shell(request) {
  const kept = await caches.match("/");
  return kept ? inTime(fetch(request), kept) : fetch(request);
}

/** What the network gives, unless it gives nothing, an error of the server's, or nothing in time. */
async function inTime(fetched, kept) {
  fetched.catch(() => {});
  const late = new Promise((resolve) => setTimeout(resolve, PATIENCE));
  try {
    const response = await Promise.race([fetched, late]);
    return response && response.status < 500 ? response : kept;
  } catch {
    return kept;
  }
}

function isWorthKeeping(response) {
  const isForAll = !/no-store|private/i.test(response.headers.get("Cache-Control") || "");
  return isForAll && response.status === 200 && response.type === "basic" && !response.redirected;
}

/** Keeps an answer, with the time. */
async function keep(cache, request, response) {
  const headers = new Headers(response.headers);
  headers.set(CACHED_AT, new Date().toISOString());
  headers.delete("Content-Encoding");
  headers.delete("Content-Length");
  const body = await response.blob();
  // Last in, last out: the order of the keys is the order of age.
  await cache.delete(request);
  await cache.put(request, new Response(body, { status: 200, headers }));
  const keys = await cache.keys();
  await Promise.all(keys.slice(0, Math.max(0, keys.length - MOST_ANSWERS)).map((key) => cache.delete(key)));
}

/** Keeps a catalogue and the style sheets it names, unless it was kept lately. */
async function keepCatalogue(path) {
  const cache = await caches.open(PAGES);
  const kept = await cache.match(path);
  const age = kept ? Date.now() - Date.parse(kept.headers.get(CACHED_AT)) : Infinity;
  if (age < FRESH) return;
  const response = await fetch(path);
  if (!isWorthKeeping(response)) return;
  const page = await response.clone().text();
  await keep(cache, new Request(path), response);
  for (const [, href] of page.matchAll(/<link[^>]+rel="?stylesheet"?[^>]*href="?([^"\s>]+)/g)) {
    const url = new URL(href, self.location.origin + path);
    if (url.origin !== self.location.origin) continue;
    const style = await fetch(url);
    if (isWorthKeeping(style)) await keep(cache, new Request(url), style);
  }
}
