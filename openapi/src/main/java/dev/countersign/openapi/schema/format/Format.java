package dev.countersign.openapi.schema.format;

import java.util.HashMap;
import java.util.Map;
import java.util.Optional;

/** The formats of strings that are asserted (JSON Schema 2020-12 validation, section 7.3, and OAS 3.1 section 4.4). */
public enum Format {
    BYTE("byte", "base64"),
    DATE("date", "a date such as 2024-12-31"),
    DATE_TIME("date-time", "a date and time such as 2024-12-31T23:59:59Z"),
    DURATION("duration", "a duration such as P3DT12H"),
    EMAIL("email", "an email address"),
    HOSTNAME("hostname", "a host name"),
    IDN_EMAIL("idn-email", "an email address"),
    IDN_HOSTNAME("idn-hostname", "a host name"),
    IPV4("ipv4", "an IPv4 address"),
    IPV6("ipv6", "an IPv6 address"),
    IRI("iri", "an IRI"),
    IRI_REFERENCE("iri-reference", "an IRI reference"),
    JSON_POINTER("json-pointer", "a JSON pointer"),
    REGEX("regex", "a regular expression"),
    RELATIVE_JSON_POINTER("relative-json-pointer", "a relative JSON pointer"),
    TIME("time", "a time such as 23:59:59Z"),
    URI("uri", "a URI"),
    URI_REFERENCE("uri-reference", "a URI reference"),
    URI_TEMPLATE("uri-template", "a URI template"),
    UUID("uuid", "a UUID");

    private static final Map<String, Format> BY_NAME = new HashMap<>();

    static {
        for (Format format : values()) {
            BY_NAME.put(format.name, format);
        }
    }

    private final String name;
    private final String phrase;

    Format(String name, String phrase) {
        this.name = name;
        this.phrase = phrase;
    }

    public static Optional<Format> named(String name) {
        return Optional.ofNullable(BY_NAME.get(name));
    }

    /** What a value must be, as in "must be a UUID". */
    public String phrase() {
        return phrase;
    }

    public boolean accepts(String text) {
        return switch (this) {
            case BYTE -> Encodings.isBase64(text);
            case DATE -> Times.isDate(text);
            case DATE_TIME -> Times.isDateTime(text);
            case DURATION -> Times.isDuration(text);
            case EMAIL -> Hosts.isEmail(text);
            case HOSTNAME -> Hosts.isHostname(text);
            case IDN_EMAIL -> Hosts.isInternationalEmail(text);
            case IDN_HOSTNAME -> Hosts.isInternationalHostname(text);
            case IPV4 -> Hosts.isIpv4(text);
            case IPV6 -> Hosts.isIpv6(text);
            case IRI -> Uris.isIri(text);
            case IRI_REFERENCE -> Uris.isIriReference(text);
            case JSON_POINTER -> Encodings.isJsonPointer(text);
            case REGEX -> EcmaPattern.isValid(text);
            case RELATIVE_JSON_POINTER -> Encodings.isRelativeJsonPointer(text);
            case TIME -> Times.isTime(text);
            case URI -> Uris.isUri(text);
            case URI_REFERENCE -> Uris.isUriReference(text);
            case URI_TEMPLATE -> Uris.isTemplate(text);
            case UUID -> Encodings.isUuid(text);
        };
    }
}
