package dev.countersign.mock.cli;

import dev.countersign.mock.exchange.Header;
import dev.countersign.mock.exchange.MockRequest;
import dev.countersign.mock.exchange.MockResponse;
import dev.countersign.openapi.contract.Contract;
import dev.countersign.openapi.contract.Operation;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Optional;

/** What a browser sees at {@code /} when the API has nothing there: the operations, and the way to the console. */
final class FrontPage {
    private FrontPage() {}

    /** Whether a browser asks for it, in contrast to a client of the API. */
    static boolean isMeantBy(MockRequest request) {
        return request.path().equals("/")
                && request.method().equals("GET")
                && request.headers()
                        .first("Accept")
                        .filter(types -> types.contains("text/html"))
                        .isPresent();
    }

    /**
     * The page.
     *
     * @param console where the console is
     */
    static MockResponse of(Contract contract, Optional<String> console) {
        StringBuilder page = new StringBuilder("<!doctype html><html lang=\"en\"><meta charset=\"utf-8\"><title>")
                .append(text(contract.title()))
                .append(
                        "</title><style>:root{color-scheme:light dark}body{font:1rem/1.6 system-ui;margin:2rem}</style><h1>Mock of ")
                .append(text((contract.title() + " " + contract.version()).strip()))
                .append("</h1>");
        console.ifPresent(path -> page.append("<p><a href=\"")
                .append(text(path))
                .append("/\">Console</a>, <a href=\"")
                .append(text(path))
                .append("/docs\">documentation</a></p>"));
        page.append("<ul>");
        for (Operation operation : contract.operations()) {
            page.append("<li><code>")
                    .append(text(operation.method() + " " + operation.path()))
                    .append("</code> ");
            page.append(text(operation.summary())).append("</li>");
        }
        page.append("</ul></html>");
        return new MockResponse(
                200,
                List.of(
                        new Header("Content-Type", "text/html; charset=utf-8"),
                        new Header("Content-Security-Policy", "default-src 'none'; style-src 'unsafe-inline'")),
                page.toString().getBytes(StandardCharsets.UTF_8));
    }

    /** The document's words are text, whatever they look like. */
    private static String text(String words) {
        return words.replace("&", "&amp;")
                .replace("<", "&lt;")
                .replace(">", "&gt;")
                .replace("\"", "&quot;");
    }
}
