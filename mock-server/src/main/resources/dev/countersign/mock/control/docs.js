// "Try it out" goes to the mock, whatever servers the document names: they may be real ones.
const own = new URL('..', location.href).pathname;
SwaggerUIBundle({
  url: '../openapi.json',
  dom_id: '#documentation',
  deepLinking: true,
  validatorUrl: null,
  onComplete: () => document.title = document.querySelector('.title')?.firstChild?.textContent ?? document.title,
  requestInterceptor: (request) => {
    const target = new URL(request.url, location.href);
    if (!target.pathname.startsWith(own)) {
      request.url = location.origin + target.pathname + target.search;
    }
    return request;
  },
});
