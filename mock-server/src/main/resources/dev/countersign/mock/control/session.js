const NAME = 'Mock-Session';

/** The session that is looked at; empty for the one that all share. Of several cookies the nearest path counts, as on the server. */
export function session() {
  const pair = document.cookie.split('; ').find((each) => each.startsWith(`${NAME}=`));
  return pair ? pair.slice(NAME.length + 1) : '';
}

/** Looks at another session. What other pages of this browser request stays in theirs. */
export function lookAt(name) {
  const path = new URL('.', location.href).pathname;
  document.cookie = `${NAME}=${name}; path=${path}; SameSite=Strict${name ? '' : '; max-age=0'}`;
  location.reload();
}
