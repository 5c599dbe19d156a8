package dev.countersign.mock.render;

import dev.countersign.mock.exchange.MockRequest;
import dev.countersign.mock.exchange.PercentEncoding;
import java.util.ArrayList;
import java.util.List;

/** The address of another page than the one that was asked for. */
final class PageAddress {
    private PageAddress() {}

    /** The request's own path and query, with another value for one parameter. */
    static String of(MockRequest request, String parameter, String value) {
        List<String> pairs = new ArrayList<>();
        for (String pair : request.query().split("&", -1)) {
            String name = PercentEncoding.decodeForm(pair.split("=", 2)[0]);
            if (!pair.isEmpty() && !name.equals(parameter)) {
                pairs.add(pair);
            }
        }
        pairs.add(PercentEncoding.encode(parameter) + "=" + PercentEncoding.encode(value));
        return request.path() + "?" + String.join("&", pairs);
    }
}
