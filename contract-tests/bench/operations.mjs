// Prints a contract with a given number of operations, to see how long its verification takes:
//   node contract-tests/bench/operations.mjs 100 > target/operations.json
//   mvn verify -Dcontract=target/operations.json
// Every resource has four operations, with parameters, bodies, documented errors and security: nine cases.
const count = Number(process.argv[2] ?? 100);

const json = (schema, examples) => ({
  content: {
    'application/json': {
      schema,
      examples: Object.fromEntries(Object.entries(examples).map(([name, value]) => [name, { value }])),
    },
  },
});
const ref = (name) => ({ $ref: `#/components/schemas/${name}` });
const response = (description, schema, examples) => ({ description, ...json(schema, examples) });
const fault = (name, status) => response('Refused', ref('Fault'), { [name]: { status, reason: `It is ${name}` } });
const parameter = (name, where, schema, example) => ({ name, in: where, required: where === 'path', schema, example });

const paths = {};
const schemas = {
  Fault: {
    type: 'object',
    required: ['status', 'reason'],
    properties: { status: { type: 'integer' }, reason: { type: 'string' } },
  },
};

for (let i = 0; i * 4 < count; i++) {
  const name = `Thing${i}`;
  const value = {
    id: `6f1c2d9a-0000-4000-8000-${String(i).padStart(12, '0')}`,
    title: `Thing ${i}`,
    state: 'open',
    created: '2026-01-31T10:15:30Z',
    amount: 12.5,
    tags: ['first', 'second'],
    owner: { name: 'Sample', since: '2020-02-29' },
  };
  const { id, created, ...draft } = value;
  schemas[`${name}Draft`] = {
    type: 'object',
    required: ['title', 'state'],
    properties: {
      title: { type: 'string', minLength: 1 },
      state: { type: 'string', enum: ['open', 'closed'] },
      amount: { type: 'number', minimum: 0 },
      tags: { type: 'array', items: { type: 'string' } },
      owner: {
        type: 'object',
        required: ['name'],
        properties: { name: { type: 'string' }, since: { type: 'string', format: 'date' } },
      },
    },
  };
  schemas[name] = {
    allOf: [
      ref(`${name}Draft`),
      {
        type: 'object',
        required: ['id', 'created'],
        properties: { id: { type: 'string', format: 'uuid' }, created: { type: 'string', format: 'date-time' } },
      },
    ],
  };
  const tags = [`group${i % 5}`];
  const one = parameter('id', 'path', { type: 'string', format: 'uuid' }, value.id);
  const operations = [
    [
      `/things${i}`,
      'get',
      {
        operationId: `list${name}`,
        parameters: [
          parameter('limit', 'query', { type: 'integer', minimum: 1 }, 20),
          parameter('state', 'query', { type: 'array', items: { type: 'string' } }, ['open', 'closed']),
        ],
        responses: {
          200: response('All', { type: 'array', items: ref(name) }, { some: [value], none: [] }),
        },
      },
    ],
    [
      `/things${i}`,
      'post',
      {
        operationId: `create${name}`,
        requestBody: { required: true, ...json(ref(`${name}Draft`), { complete: draft, taken: draft }) },
        responses: { 201: response('Made', ref(name), { complete: value }), 409: fault('taken', 409) },
      },
    ],
    [
      `/things${i}/{id}`,
      'get',
      {
        operationId: `read${name}`,
        parameters: [one],
        responses: { 200: response('One', ref(name), { found: value }), 404: fault('unknown', 404) },
      },
    ],
    [
      `/things${i}/{id}`,
      'put',
      {
        operationId: `replace${name}`,
        parameters: [one],
        security: [{ token: [] }],
        requestBody: { required: true, ...json(ref(`${name}Draft`), { complete: draft }) },
        responses: {
          200: response('Changed', ref(name), { complete: value }),
          401: { description: 'Unknown caller' },
        },
      },
    ],
  ].slice(0, count - i * 4);
  for (const [path, method, operation] of operations) {
    (paths[path] ??= {})[method] = { tags, ...operation };
  }
}

console.log(
  JSON.stringify(
    {
      openapi: '3.0.3',
      info: { title: 'Many', version: '1.0.0' },
      paths,
      components: { securitySchemes: { token: { type: 'http', scheme: 'bearer' } }, schemas },
    },
    null,
    1,
  ),
);
