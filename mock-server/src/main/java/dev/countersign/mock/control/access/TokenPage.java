package dev.countersign.mock.control.access;

/** Asks a browser's user for the token. */
final class TokenPage {
    /** Nothing but the form: it loads nothing, and is part of no other page. */
    static final String POLICY =
            "default-src 'none'; style-src 'unsafe-inline'; form-action 'self'; base-uri 'none'; frame-ancestors 'none'";

    private static final String HEAD = """
            <!doctype html>
            <html lang="en">
            <head>
              <meta charset="utf-8">
              <meta name="viewport" content="width=device-width, initial-scale=1">
              <title>Mock console: log in</title>
              <style>
                :root { color-scheme: light dark; }
                body { font: 1rem/1.6 system-ui, sans-serif; margin: 2rem auto; max-width: 26rem; padding: 0 1rem; }
                label, input { display: block; width: 100%; box-sizing: border-box; }
                input, button { font: inherit; padding: 0.4rem 0.6rem; margin: 0.3rem 0 1rem; }
              </style>
            </head>
            <body>
            <main>
              <h1>Mock console</h1>
            """;

    private static final String WRONG = "  <p role=\"alert\">That is not the server's token.</p>\n";

    private static final String FORM = """
              <form method="post">
                <label for="token">Token</label>
                <input id="token" name="token" type="password" autocomplete="current-password" required autofocus>
                <button>Log in</button>
              </form>
              <p>It is what the server was started with, as <code style="white-space: nowrap">--control-token</code> or
              <code>COUNTERSIGN_CONTROL_TOKEN</code>.</p>
            </main>
            </body>
            </html>
            """;

    private TokenPage() {}

    static String text(boolean wrong) {
        return HEAD + (wrong ? WRONG : "") + FORM;
    }
}
