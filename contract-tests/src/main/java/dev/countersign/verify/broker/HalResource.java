package dev.countersign.verify.broker;

import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import tools.jackson.databind.JsonNode;

/**
 * What the broker answered.
 *
 * @param call method and address, for messages
 */
record HalResource(String call, JsonNode json) {
    /** The link of this relation, its template filled in; where there are several, the first. */
    String link(String relation, Map<String, String> variables) {
        return links(relation)
                .map(link -> link.path("href").asString(""))
                .filter(href -> !href.isEmpty())
                .findFirst()
                .map(href -> expanded(href, variables))
                .orElseThrow(() -> BrokerException.failure("the broker's answer to " + call + " has no link " + relation
                        + "; it may be too old for this"));
    }

    /** The link of this relation that has this name. */
    Optional<String> named(String relation, String name) {
        return links(relation)
                .filter(link -> link.path("name").asString("").equals(name))
                .map(link -> link.path("href").asString(""))
                .findFirst();
    }

    /** The names of all links of this relation. */
    String names(String relation) {
        return links(relation).map(link -> link.path("name").asString("?")).collect(Collectors.joining(", "));
    }

    private Stream<JsonNode> links(String relation) {
        JsonNode links = json.path("_links").path(relation);
        return links.isArray() ? links.valueStream() : Stream.of(links);
    }

    private static String expanded(String template, Map<String, String> variables) {
        String link = template;
        for (Map.Entry<String, String> variable : variables.entrySet()) {
            link = link.replace("{" + variable.getKey() + "}", encoded(variable.getValue()));
        }
        return link;
    }

    /** A value as one segment of a path, or one value of a query. */
    static String encoded(String value) {
        return URLEncoder.encode(value, StandardCharsets.UTF_8).replace("+", "%20");
    }

    /** What a broker says about its refusal, in any of the ways in which brokers say it. */
    static String reason(JsonNode answer) {
        JsonNode errors = answer.path("errors");
        String text = Stream.of(
                        Stream.of(answer.path("error")),
                        Stream.of(answer.path("error").path("message"), answer.path("message"), answer.path("detail")),
                        errors.isArray()
                                ? errors.valueStream()
                                : errors.valueStream().flatMap(JsonNode::valueStream),
                        answer.path("notices").valueStream().map(notice -> notice.path("text")))
                .flatMap(part -> part)
                .filter(JsonNode::isString)
                .map(JsonNode::asString)
                .distinct()
                .collect(Collectors.joining("; "));
        return text.isEmpty() ? "" : ": " + text;
    }
}
