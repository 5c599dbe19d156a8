package dev.countersign.mock.oidc;

import java.util.Optional;
import java.util.Set;

/**
 * What a user allowed a client: all tokens that come of one login belong to it.
 *
 * @param id known to nobody else but tokens
 * @param client the client's id
 * @param session who allowed it
 * @param scopes what is allowed
 * @param nonce binds the ID token to the client's request (OpenID Connect Core section 3.1.2.1)
 */
record Grant(String id, String client, LoginSession session, Set<String> scopes, Optional<String> nonce) {}
