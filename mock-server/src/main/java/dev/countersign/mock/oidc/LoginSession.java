package dev.countersign.mock.oidc;

import java.time.Instant;

/**
 * Somebody who is logged in, in one browser.
 *
 * @param id known to clients, as the claim {@code sid}
 * @param user the name that was given
 * @param since when it was given
 */
record LoginSession(String id, String user, Instant since) {}
