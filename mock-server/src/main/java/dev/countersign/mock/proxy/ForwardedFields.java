package dev.countersign.mock.proxy;

import dev.countersign.mock.exchange.Header;
import dev.countersign.mock.exchange.QuotedText;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.stream.Collectors;

/** Leaves out the header fields that end with one hop (RFC 9110 section 7.6.1), and those that the next hop writes itself. */
final class ForwardedFields {
    private static final Set<String> ONE_HOP = Set.of(
            "connection",
            "keep-alive",
            "proxy-connection",
            "proxy-authenticate",
            "proxy-authorization",
            "te",
            "trailer",
            "transfer-encoding",
            "upgrade",
            "http2-settings");

    /** Of a request: written anew for the upstream, or already answered here. */
    private static final Set<String> OWN = Set.of("host", "content-length", "expect");

    private ForwardedFields() {}

    static List<Header> ofRequest(List<Header> fields) {
        return forwarded(fields, OWN);
    }

    static List<Header> ofAnswer(List<Header> fields) {
        return forwarded(fields, Set.of());
    }

    private static List<Header> forwarded(List<Header> fields, Set<String> own) {
        Set<String> named = fields.stream()
                .filter(field -> field.name().equalsIgnoreCase("Connection"))
                .flatMap(field -> QuotedText.split(field.value(), ',').stream())
                .map(name -> name.toLowerCase(Locale.ROOT))
                .collect(Collectors.toSet());
        List<Header> forwarded = new ArrayList<>(fields.size());
        for (Header field : fields) {
            String name = field.name().toLowerCase(Locale.ROOT);
            if (!ONE_HOP.contains(name) && !own.contains(name) && !named.contains(name)) {
                forwarded.add(field);
            }
        }
        return forwarded;
    }
}
