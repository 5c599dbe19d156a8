package dev.countersign.openapi.schema;

import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.function.Predicate;

/** The formats of strings that are asserted (JSON Schema 2020-12 validation, section 7.3, and OAS 3.1 section 4.4). */
enum Format {
    BYTE("byte", "base64", Encodings::isBase64),
    DATE("date", "a date such as 2024-12-31", Times::isDate),
    DATE_TIME("date-time", "a date and time such as 2024-12-31T23:59:59Z", Times::isDateTime),
    DURATION("duration", "a duration such as P3DT12H", Times::isDuration),
    EMAIL("email", "an email address", Hosts::isEmail),
    HOSTNAME("hostname", "a host name", Hosts::isHostname),
    IDN_EMAIL("idn-email", "an email address", Hosts::isInternationalEmail),
    IDN_HOSTNAME("idn-hostname", "a host name", Hosts::isInternationalHostname),
    IPV4("ipv4", "an IPv4 address", Hosts::isIpv4),
    IPV6("ipv6", "an IPv6 address", Hosts::isIpv6),
    IRI("iri", "an IRI", Uris::isIri),
    IRI_REFERENCE("iri-reference", "an IRI reference", Uris::isIriReference),
    JSON_POINTER("json-pointer", "a JSON pointer", Encodings::isJsonPointer),
    REGEX("regex", "a regular expression", EcmaPattern::isValid),
    RELATIVE_JSON_POINTER("relative-json-pointer", "a relative JSON pointer", Encodings::isRelativeJsonPointer),
    TIME("time", "a time such as 23:59:59Z", Times::isTime),
    URI("uri", "a URI", Uris::isUri),
    URI_REFERENCE("uri-reference", "a URI reference", Uris::isUriReference),
    URI_TEMPLATE("uri-template", "a URI template", Uris::isTemplate),
    UUID("uuid", "a UUID", Encodings::isUuid);

    private static final Map<String, Format> BY_NAME = new HashMap<>();

    static {
        for (Format format : values()) {
            BY_NAME.put(format.name, format);
        }
    }

    private final String name;
    private final String phrase;
    // Every rule is a reference to a static method, and so immutable.
    @SuppressWarnings("ImmutableEnumChecker")
    private final Predicate<String> rule;

    Format(String name, String phrase, Predicate<String> rule) {
        this.name = name;
        this.phrase = phrase;
        this.rule = rule;
    }

    static Optional<Format> named(String name) {
        return Optional.ofNullable(BY_NAME.get(name));
    }

    boolean accepts(String text) {
        return rule.test(text);
    }

    /** What a value must be, as in "must be a UUID". */
    String phrase() {
        return phrase;
    }
}
