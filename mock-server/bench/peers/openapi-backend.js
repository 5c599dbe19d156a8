// The fastest validating peer that was found: openapi-backend behind Node's own HTTP server.
import { createServer } from 'node:http';
import { readFileSync } from 'node:fs';
import { OpenAPIBackend } from 'openapi-backend';

const [document, port] = process.argv.slice(2);
const json = { 'content-type': 'application/json' };
const api = new OpenAPIBackend({
  definition: JSON.parse(readFileSync(document, 'utf8')),
  quick: true,
  handlers: {
    notFound: () => ({ status: 404, body: '{}' }),
    validationFail: (context) => ({ status: 400, body: JSON.stringify({ errors: context.validation.errors }) }),
    notImplemented: (context) => {
      const { status, mock } = context.api.mockResponseForOperation(context.operation.operationId);
      return { status, body: JSON.stringify(mock) };
    },
  },
});
await api.init();

createServer((request, response) => {
  const chunks = [];
  request.on('data', (chunk) => chunks.push(chunk));
  request.on('end', async () => {
    const { status, body } = await api.handleRequest({
      method: request.method,
      path: request.url,
      headers: request.headers,
      body: Buffer.concat(chunks).toString(),
    });
    response.writeHead(status, json).end(body);
  });
}).listen(Number(port), '127.0.0.1');
