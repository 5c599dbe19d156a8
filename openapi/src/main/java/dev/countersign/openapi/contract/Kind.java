package dev.countersign.openapi.contract;

/** The objects that an OpenAPI document is made of; those with prefix {@code V2} exist in Swagger 2.0 alone. */
public enum Kind {
    DOCUMENT,
    INFO,
    CONTACT,
    LICENSE,
    SERVER,
    SERVER_VARIABLE,
    PATHS,
    PATH_ITEM,
    OPERATION,
    EXTERNAL_DOCS,
    PARAMETER,
    REQUEST_BODY,
    MEDIA_TYPE,
    ENCODING,
    RESPONSES,
    RESPONSE,
    CALLBACK,
    EXAMPLE,
    LINK,
    HEADER,
    TAG,
    SCHEMA,
    DISCRIMINATOR,
    XML,
    SECURITY_SCHEME,
    OAUTH_FLOWS,
    OAUTH_FLOW,
    SECURITY_REQUIREMENT,
    COMPONENTS,
    V2_DOCUMENT,
    V2_PATHS,
    V2_PATH_ITEM,
    V2_OPERATION,
    V2_PARAMETER,
    V2_RESPONSES,
    V2_RESPONSE,
    V2_HEADER,
    V2_SECURITY_SCHEME,
    /** Any JSON value: nothing in it has a meaning of its own, so a {@code $ref} in it is not a reference. */
    DATA;

    /** How the object is called in a message to the document's author. */
    public String title() {
        return name().replace("V2_", "").toLowerCase(java.util.Locale.ROOT).replace('_', ' ');
    }

    public String withArticle() {
        String title = title();
        return ("aeio".indexOf(title.charAt(0)) < 0 ? "a " : "an ") + title;
    }
}
