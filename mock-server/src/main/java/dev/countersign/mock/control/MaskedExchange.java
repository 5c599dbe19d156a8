package dev.countersign.mock.control;

import dev.countersign.mock.choose.Choice;
import dev.countersign.mock.exchange.Header;
import dev.countersign.mock.exchange.SessionName;
import dev.countersign.mock.mask.SecretMask;
import dev.countersign.openapi.contract.MediaTypeSpec;
import dev.countersign.openapi.json.JsonTree;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.MissingNode;

/**
 * An exchange as a person may see it: what the contract marks as secret is masked, what sounds so, and credentials. A body that
 * could not be read is not shown, for nothing tells what in it is secret.
 */
record MaskedExchange(Exchange exchange) {
    private static final String MASK = "***";
    private static final int LONGEST_BODY = 64 * 1024;
    private static final SecretMask SECRETS = new SecretMask(schema -> MissingNode.getInstance());

    /** The query as sent, the values of what sounds secret masked. */
    String query() {
        String query = exchange.explanation().request().query();
        return query.isEmpty()
                ? ""
                : Stream.of(query.split("&", -1)).map(this::pair).collect(Collectors.joining("&"));
    }

    private String pair(String pair) {
        int equals = pair.indexOf('=');
        return equals > 0 && isSecretParameter(pair.substring(0, equals)) ? pair.substring(0, equals + 1) + MASK : pair;
    }

    private boolean isSecretParameter(String name) {
        return exchange.operation()
                .map(operation -> !ShownParts.of(operation).test(name))
                .orElseGet(() -> ShownParts.soundsSecret(name));
    }

    List<Header> requestHeaders() {
        return masked(exchange.explanation().request().headers().fields());
    }

    List<Header> responseHeaders() {
        return masked(exchange.explanation().response().headers());
    }

    private List<Header> masked(List<Header> headers) {
        return headers.stream()
                .map(header ->
                        isSecretParameter(header.name()) && !header.name().equalsIgnoreCase(SessionName.FIELD)
                                ? new Header(header.name(), MASK)
                                : header)
                .toList();
    }

    String requestBody() {
        byte[] body = exchange.explanation().request().body();
        if (body.length == 0) {
            return "";
        }
        Optional<JsonNode> read = exchange.explanation().validated().flatMap(validated -> validated.body());
        Optional<MediaTypeSpec> documented = exchange.explanation().documentedBody();
        if (read.isEmpty() || documented.isEmpty()) {
            return "(" + body.length + " bytes that are not shown: the contract does not tell what in them is secret)";
        }
        return shortened(text(read.get(), documented.get()));
    }

    String responseBody() {
        byte[] body = exchange.explanation().response().body();
        Optional<MediaTypeSpec> documented = exchange.explanation()
                .choice()
                .flatMap(choice -> choice instanceof Choice.Documented chosen
                        ? chosen.representation().mediaType()
                        : Optional.empty());
        return shortened(documented
                .flatMap(type -> JsonTree.of(body).map(json -> text(json, type)))
                .orElseGet(() -> new String(body, StandardCharsets.UTF_8)));
    }

    private static String text(JsonNode value, MediaTypeSpec documented) {
        return documented
                .schema()
                .map(schema -> SECRETS.mask(value, schema))
                .orElse(value)
                .toString();
    }

    private static String shortened(String text) {
        return text.length() <= LONGEST_BODY
                ? text
                : text.substring(0, LONGEST_BODY) + "… (" + text.length() + " characters)";
    }
}
