package dev.countersign.mock.server;

import dev.countersign.mock.exchange.QuotedText;
import java.util.List;
import java.util.Locale;

/** Which coding a client would have (RFC 9110 section 12.5.3). */
final class AcceptEncoding {
    private static final double UNSAID = -1;

    private AcceptEncoding() {}

    /**
     * Whether a body had better be sent in gzip. A client that says nothing may take any coding, but gets none.
     *
     * @param fields the values of {@code Accept-Encoding}
     */
    static boolean isGzip(List<String> fields) {
        double gzip = UNSAID;
        double any = UNSAID;
        double identity = UNSAID;
        for (String field : fields) {
            for (String part : QuotedText.split(field, ',')) {
                int semicolon = part.indexOf(';');
                String coding =
                        semicolon < 0 ? part : part.substring(0, semicolon).strip();
                double quality = semicolon < 0
                        ? 1
                        : quality(part.substring(semicolon + 1).strip());
                switch (coding.toLowerCase(Locale.ROOT)) {
                    case "gzip", "x-gzip" -> gzip = Math.max(gzip, quality);
                    case "identity" -> identity = quality;
                    case "*" -> any = quality;
                    default -> {
                        // Another coding, which is not spoken here.
                    }
                }
            }
        }
        double wanted = gzip == UNSAID ? any : gzip;
        return wanted > 0 && wanted >= identity;
    }

    /** RFC 9110 section 12.4.2; what is no weight weighs as nothing that is said. */
    private static double quality(String parameter) {
        if (!parameter.toLowerCase(Locale.ROOT).startsWith("q=")) {
            return 1;
        }
        try {
            double quality = Double.parseDouble(parameter.substring(2).strip());
            return quality >= 0 && quality <= 1 ? quality : 1;
        } catch (NumberFormatException malformed) {
            return 1;
        }
    }
}
