// The control API over fetch, for one session of a mock server.
export function control(base, session) {
  const call = async (method, path, body) => {
    const response = await fetch(`${base}/__mock/api/${path}`, {
      method,
      headers: {
        ...(session ? { 'Mock-Session': session } : {}),
        ...(body ? { 'Content-Type': 'application/json' } : {}),
      },
      body: body && JSON.stringify(body),
    });
    const text = await response.text();
    if (!response.ok) {
      throw new Error(text ? JSON.parse(text).detail : `answered with ${response.status}`);
    }
    return text ? JSON.parse(text) : undefined;
  };
  return {
    switchAnswer: (operation, answer) => call('PUT', `operations/${operation}/answer`, answer),
    setAnswers: (operation, answers) => call('PUT', `operations/${operation}/answers`, { answers }),
    expectRequests: (expectation) => call('POST', 'requests/expect', expectation),
    reset: () => call('POST', 'reset'),
  };
}
