/** Fields that a client writes by itself, or that mean this one connection only. */
const OWN = new Set(['host', 'content-length', 'connection', 'accept-encoding', 'user-agent', 'origin', 'referer']);

const kept = (request) => request.headers.filter((header) => {
  const name = header.name.toLowerCase();
  return !OWN.has(name) && !name.startsWith('sec-');
});

const address = (request) => location.origin + request.path + (request.query ? `?${request.query}` : '');

/** Single quotes keep everything from a shell but themselves. */
const quoted = (text) => `'${text.replaceAll("'", "'\\''")}'`;

export function curl(request) {
  return [
    `curl -X ${request.method} ${quoted(address(request))}`,
    ...kept(request).map((header) => `-H ${quoted(`${header.name}: ${header.value}`)}`),
    ...(request.body ? [`--data-raw ${quoted(request.body)}`] : []),
  ].join(' \\\n  ');
}

export function fetchCall(request) {
  const options = {
    method: request.method,
    headers: Object.fromEntries(kept(request).map((header) => [header.name, header.value])),
    ...(request.body ? { body: request.body } : {}),
  };
  return `await fetch(${JSON.stringify(address(request))}, ${JSON.stringify(options, null, 2)});`;
}

export function httpFile(request) {
  return [
    `${request.method} ${address(request)}`,
    ...kept(request).map((header) => `${header.name}: ${header.value}`),
    '',
    request.body,
  ].join('\n');
}
