/** What the control API said against a call. */
class Refusal extends Error {}

/** Calls the control API; gives the parsed body, or undefined where there is none. */
export async function api(method, path, body) {
  const response = await fetch(`api/${path}`, {
    method,
    headers: body === undefined ? {} : { 'Content-Type': 'application/json' },
    body: body === undefined ? undefined : JSON.stringify(body),
  });
  const text = await response.text();
  const parsed = text ? JSON.parse(text) : undefined;
  if (!response.ok) {
    throw new Refusal(parsed?.detail ?? `The mock server answered with ${response.status}.`);
  }
  return parsed;
}

/** A sentence about a failure. */
export function problem(error) {
  return error instanceof Refusal ? error.message : 'The mock server cannot be reached.';
}
