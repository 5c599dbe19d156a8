package dev.countersign.mock.cli.served;

import dev.countersign.mock.exchange.Header;
import dev.countersign.mock.exchange.MockRequest;
import dev.countersign.mock.exchange.MockResponse;
import dev.countersign.openapi.contract.Contract;
import dev.countersign.openapi.contract.Operation;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;

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
     * A document on the page.
     *
     * @param prefix what the paths of its operations begin with; may be empty
     * @param console where its console is
     */
    record Shown(Contract contract, String prefix, Optional<String> console) {}

    /**
     * The page of one document.
     *
     * @param console where the console is
     */
    static MockResponse of(Contract contract, Optional<String> console) {
        return of(List.of(new Shown(contract, "", console)));
    }

    /** The page of several. */
    static MockResponse of(List<Shown> documents) {
        String titles = documents.stream()
                .map(document -> text(document.contract.title()))
                .collect(Collectors.joining(", "));
        StringBuilder page = new StringBuilder("<!doctype html><html lang=\"en\"><meta charset=\"utf-8\"><title>")
                .append(titles)
                .append(
                        "</title><style>:root{color-scheme:light dark}body{font:1rem/1.6 system-ui;margin:2rem}</style>");
        documents.forEach(document -> append(document, page));
        page.append("</html>");
        return new MockResponse(
                200,
                List.of(
                        new Header("Content-Type", "text/html; charset=utf-8"),
                        new Header("Content-Security-Policy", "default-src 'none'; style-src 'unsafe-inline'")),
                page.toString().getBytes(StandardCharsets.UTF_8));
    }

    private static void append(Shown document, StringBuilder page) {
        Contract contract = document.contract;
        page.append("<h1>Mock of ")
                .append(text((contract.title() + " " + contract.version()).strip()))
                .append("</h1>");
        document.console.ifPresent(path -> page.append("<p><a href=\"")
                .append(text(path))
                .append("/\">Console</a>, <a href=\"")
                .append(text(path))
                .append("/docs\">documentation</a></p>"));
        page.append("<ul>");
        for (Operation operation : contract.operations()) {
            page.append("<li><code>")
                    .append(text(operation.method() + " " + document.prefix + operation.path()))
                    .append("</code> ");
            page.append(text(operation.summary())).append("</li>");
        }
        page.append("</ul>");
    }

    /** The document's words are text, whatever they look like. */
    private static String text(String words) {
        return words.replace("&", "&amp;")
                .replace("<", "&lt;")
                .replace(">", "&gt;")
                .replace("\"", "&quot;");
    }
}
