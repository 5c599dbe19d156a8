/**
 * JSON Web Tokens, and the stand-in for an OpenID Connect provider that gives them to a page's login library. Begin reading at
 * {@link dev.countersign.mock.oidc.LoginServer}.
 */
@NullMarked
package dev.countersign.mock.oidc;

import org.jspecify.annotations.NullMarked;
