package dev.countersign.mock.oidc;

import dev.countersign.mock.exchange.Header;
import dev.countersign.mock.exchange.MockResponse;
import java.nio.charset.StandardCharsets;
import java.util.List;

/** The pages that a user sees on the way through a login. They have no scripts, and show what they are given as text. */
final class HtmlPage {
    private static final String STYLE = """
            :root{color-scheme:light dark;font:1rem/1.5 system-ui,sans-serif}
            body{margin:0;padding:1rem;display:grid;place-items:center;min-height:90vh}
            main{width:100%;max-width:24rem}h1{font-size:1.4rem}
            label{display:block;font-weight:600}code{overflow-wrap:anywhere}
            input,button{font:inherit;padding:.5rem .75rem;border:1px solid GrayText;border-radius:.4rem}
            input{width:100%;box-sizing:border-box;margin:.25rem 0 1rem}
            button{cursor:pointer;margin-right:.5rem}.wrong{border-left:.25rem solid;padding-left:.5rem}
            .first{background:light-dark(#174ea6,#a8c7fa);color:light-dark(#fff,#062e6f);border-color:transparent}
            """;

    private HtmlPage() {}

    /**
     * A page.
     *
     * @param content markup that stands below the title
     * @param formTarget where forms may lead in the end, as a source of the Content Security Policy: a redirect counts
     */
    static MockResponse of(int status, String title, String content, String formTarget) {
        String page = "<!doctype html><html lang=\"en\"><head><meta charset=\"utf-8\"><title>" + text(title)
                + "</title><meta name=\"viewport\" content=\"width=device-width,initial-scale=1\"><style>" + STYLE
                + "</style></head><body><main><h1>" + text(title) + "</h1>" + content + "</main></body></html>";
        return new MockResponse(
                status,
                List.of(
                        new Header("Content-Type", "text/html; charset=utf-8"),
                        new Header("Cache-Control", "no-store"),
                        new Header("Referrer-Policy", "same-origin"),
                        new Header(
                                "Content-Security-Policy",
                                "default-src 'none'; style-src 'unsafe-inline'; base-uri 'none'; frame-ancestors 'none';"
                                        + " form-action 'self' " + formTarget)),
                page.getBytes(StandardCharsets.UTF_8));
    }

    /** Why a request is refused, where no client can be told. */
    static MockResponse error(OAuthException refusal) {
        return of(
                refusal.status() == 401 ? 400 : refusal.status(),
                "The mock cannot do this",
                "<p role=\"alert\">" + text(refusal.description()) + " (<code>" + text(refusal.error())
                        + "</code>)</p>",
                "");
    }

    /** Text as markup. */
    static String text(String words) {
        return words.replace("&", "&amp;")
                .replace("<", "&lt;")
                .replace(">", "&gt;")
                .replace("\"", "&quot;")
                .replace("'", "&#39;");
    }
}
