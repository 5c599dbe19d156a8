package dev.countersign.openapi.contract;

import static dev.countersign.openapi.contract.Kind.*;

import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * Which fields each object of an OpenAPI document has, and what stands in them: the tables of OAS 3.0.4, 3.1.1 and 3.2
 * section 4 and of Swagger 2.0, as data. What walks a document (bundling, checking) walks it by this table, so that a
 * value of an example is never mistaken for a part of the document.
 *
 * <p>A field is written {@code name:type}; {@code [X]} is a list of X, {@code {X}} a map of X, {@code !} means required.
 */
public final class Grammar {
    private static final Map<Kind, Map<String, Field>> FIELDS = new EnumMap<>(Kind.class);
    private static final Map<Kind, Field> OTHERS = new EnumMap<>(Kind.class);

    /** How often a value of the kind stands in a field. */
    public enum Occurs {
        ONE,
        LIST,
        MAP
    }

    /**
     * One field of an object.
     *
     * @param occurs how often
     * @param kind what stands there; {@link Kind#DATA} for everything that is not an object of the standard
     * @param type the JSON type of data: {@code string}, {@code boolean}, {@code number} or {@code any}; else {@code object}
     * @param required whether the object is incomplete without it
     */
    public record Field(Occurs occurs, Kind kind, String type, boolean required) {}

    static {
        object(
                DOCUMENT,
                "openapi!:string info!:INFO jsonSchemaDialect:string servers:[SERVER] paths:PATHS webhooks:{PATH_ITEM}"
                        + " components:COMPONENTS security:[SECURITY_REQUIREMENT] tags:[TAG] externalDocs:EXTERNAL_DOCS"
                        + " $self:string");
        object(
                INFO,
                "title!:string summary:string description:string termsOfService:string contact:CONTACT license:LICENSE"
                        + " version!:string");
        object(CONTACT, "name:string url:string email:string");
        object(LICENSE, "name!:string identifier:string url:string");
        object(SERVER, "url!:string description:string variables:{SERVER_VARIABLE} name:string");
        object(SERVER_VARIABLE, "enum:[string] default!:string description:string");
        object(
                COMPONENTS,
                "schemas:{SCHEMA} responses:{RESPONSE} parameters:{PARAMETER} examples:{EXAMPLE}"
                        + " requestBodies:{REQUEST_BODY} headers:{HEADER} securitySchemes:{SECURITY_SCHEME} links:{LINK}"
                        + " callbacks:{CALLBACK} pathItems:{PATH_ITEM} mediaTypes:{MEDIA_TYPE}");
        others(PATHS, Occurs.ONE, PATH_ITEM);
        object(
                PATH_ITEM,
                "summary:string description:string get:OPERATION put:OPERATION post:OPERATION delete:OPERATION"
                        + " options:OPERATION head:OPERATION patch:OPERATION trace:OPERATION query:OPERATION"
                        + " additionalOperations:{OPERATION} servers:[SERVER] parameters:[PARAMETER]");
        object(
                OPERATION,
                "tags:[string] summary:string description:string externalDocs:EXTERNAL_DOCS operationId:string"
                        + " parameters:[PARAMETER] requestBody:REQUEST_BODY responses:RESPONSES callbacks:{CALLBACK}"
                        + " deprecated:boolean security:[SECURITY_REQUIREMENT] servers:[SERVER]");
        object(EXTERNAL_DOCS, "description:string url!:string");
        object(
                PARAMETER,
                "name!:string in!:string description:string required:boolean deprecated:boolean allowEmptyValue:boolean"
                        + " style:string explode:boolean allowReserved:boolean schema:SCHEMA example:any"
                        + " examples:{EXAMPLE} content:{MEDIA_TYPE}");
        object(REQUEST_BODY, "description:string content!:{MEDIA_TYPE} required:boolean");
        object(
                MEDIA_TYPE,
                "schema:SCHEMA example:any examples:{EXAMPLE} encoding:{ENCODING} itemSchema:SCHEMA"
                        + " itemEncoding:ENCODING prefixEncoding:[ENCODING] description:string");
        object(
                ENCODING,
                "contentType:string headers:{HEADER} style:string explode:boolean allowReserved:boolean"
                        + " encoding:{ENCODING} itemEncoding:ENCODING prefixEncoding:[ENCODING]");
        others(RESPONSES, Occurs.ONE, RESPONSE);
        object(RESPONSE, "description!:string headers:{HEADER} content:{MEDIA_TYPE} links:{LINK} summary:string");
        others(CALLBACK, Occurs.ONE, PATH_ITEM);
        object(
                EXAMPLE,
                "summary:string description:string value:any externalValue:string dataValue:any serializedValue:string");
        object(
                LINK,
                "operationRef:string operationId:string parameters:any requestBody:any description:string server:SERVER");
        object(
                HEADER,
                "description:string required:boolean deprecated:boolean allowEmptyValue:boolean style:string"
                        + " explode:boolean allowReserved:boolean schema:SCHEMA example:any examples:{EXAMPLE}"
                        + " content:{MEDIA_TYPE}");
        object(
                TAG,
                "name!:string description:string externalDocs:EXTERNAL_DOCS summary:string parent:string kind:string");
        object(
                SCHEMA,
                "allOf:[SCHEMA] anyOf:[SCHEMA] oneOf:[SCHEMA] not:SCHEMA if:SCHEMA then:SCHEMA else:SCHEMA"
                        + " properties:{SCHEMA} patternProperties:{SCHEMA} additionalProperties:SCHEMA"
                        + " propertyNames:SCHEMA unevaluatedProperties:SCHEMA dependentSchemas:{SCHEMA} items:SCHEMA"
                        + " prefixItems:[SCHEMA] contains:SCHEMA unevaluatedItems:SCHEMA contentSchema:SCHEMA"
                        + " $defs:{SCHEMA} definitions:{SCHEMA} discriminator:DISCRIMINATOR xml:XML"
                        + " externalDocs:EXTERNAL_DOCS");
        // A schema may carry keywords of any vocabulary; those that hold no schema are data.
        others(SCHEMA, Occurs.ONE, DATA);
        object(DISCRIMINATOR, "propertyName!:string mapping:{string} defaultMapping:string");
        object(XML, "name:string namespace:string prefix:string attribute:boolean wrapped:boolean nodeType:string");
        object(
                SECURITY_SCHEME,
                "type!:string description:string name:string in:string scheme:string bearerFormat:string"
                        + " flows:OAUTH_FLOWS openIdConnectUrl:string oauth2MetadataUrl:string deprecated:boolean");
        object(
                OAUTH_FLOWS,
                "implicit:OAUTH_FLOW password:OAUTH_FLOW clientCredentials:OAUTH_FLOW authorizationCode:OAUTH_FLOW"
                        + " deviceAuthorization:OAUTH_FLOW");
        object(
                OAUTH_FLOW,
                "authorizationUrl:string tokenUrl:string refreshUrl:string scopes:any deviceAuthorizationUrl:string");
        others(SECURITY_REQUIREMENT, Occurs.ONE, DATA);
        swagger2();
    }

    private Grammar() {}

    private static void swagger2() {
        object(
                V2_DOCUMENT,
                "swagger!:string info!:INFO host:string basePath:string schemes:[string] consumes:[string]"
                        + " produces:[string] paths!:V2_PATHS definitions:{SCHEMA} parameters:{V2_PARAMETER}"
                        + " responses:{V2_RESPONSE} securityDefinitions:{V2_SECURITY_SCHEME}"
                        + " security:[SECURITY_REQUIREMENT] tags:[TAG] externalDocs:EXTERNAL_DOCS");
        others(V2_PATHS, Occurs.ONE, V2_PATH_ITEM);
        object(
                V2_PATH_ITEM,
                "get:V2_OPERATION put:V2_OPERATION post:V2_OPERATION delete:V2_OPERATION options:V2_OPERATION"
                        + " head:V2_OPERATION patch:V2_OPERATION parameters:[V2_PARAMETER]");
        object(
                V2_OPERATION,
                "tags:[string] summary:string description:string externalDocs:EXTERNAL_DOCS operationId:string"
                        + " consumes:[string] produces:[string] parameters:[V2_PARAMETER] responses!:V2_RESPONSES"
                        + " schemes:[string] deprecated:boolean security:[SECURITY_REQUIREMENT]");
        object(V2_PARAMETER, "name!:string in!:string description:string required:boolean schema:SCHEMA items:any");
        others(V2_PARAMETER, Occurs.ONE, DATA);
        others(V2_RESPONSES, Occurs.ONE, V2_RESPONSE);
        object(V2_RESPONSE, "description!:string schema:SCHEMA headers:{V2_HEADER} examples:any");
        others(V2_HEADER, Occurs.ONE, DATA);
        object(V2_SECURITY_SCHEME, "type!:string description:string name:string in:string flow:string");
        others(V2_SECURITY_SCHEME, Occurs.ONE, DATA);
    }

    /** The fields that the standard names for this object, in its order. */
    public static Map<String, Field> fields(Kind kind) {
        return FIELDS.getOrDefault(kind, Map.of());
    }

    /** What stands in a field of this name; empty when the object has no such field. */
    public static Optional<Field> field(Kind kind, String name) {
        Field named = fields(kind).get(name);
        if (named == null && !name.startsWith("x-")) {
            named = OTHERS.get(kind);
        }
        return Optional.ofNullable(named);
    }

    /** The objects that may be shared under {@code components}, and where in the document they are kept. */
    public static Optional<String> sharedUnder(Kind kind, boolean swagger2) {
        return Optional.ofNullable(
                switch (kind) {
                    case SCHEMA -> swagger2 ? "/definitions" : "/components/schemas";
                    case RESPONSE -> "/components/responses";
                    case PARAMETER -> "/components/parameters";
                    case EXAMPLE -> "/components/examples";
                    case REQUEST_BODY -> "/components/requestBodies";
                    case HEADER -> "/components/headers";
                    case SECURITY_SCHEME -> "/components/securitySchemes";
                    case LINK -> "/components/links";
                    case CALLBACK -> "/components/callbacks";
                    case V2_PARAMETER -> "/parameters";
                    case V2_RESPONSE -> "/responses";
                    default -> null;
                });
    }

    private static void object(Kind kind, String table) {
        Map<String, Field> fields = new LinkedHashMap<>();
        for (String entry : table.split(" ", -1)) {
            int colon = entry.indexOf(':');
            boolean required = entry.charAt(colon - 1) == '!';
            fields.put(entry.substring(0, required ? colon - 1 : colon), field(entry.substring(colon + 1), required));
        }
        FIELDS.put(kind, fields);
    }

    private static Field field(String type, boolean required) {
        Occurs occurs = type.startsWith("[") ? Occurs.LIST : type.startsWith("{") ? Occurs.MAP : Occurs.ONE;
        String name = occurs == Occurs.ONE ? type : type.substring(1, type.length() - 1);
        boolean data = Set.of("string", "boolean", "number", "any").contains(name);
        return new Field(occurs, data ? DATA : Kind.valueOf(name), data ? name : "object", required);
    }

    private static void others(Kind kind, Occurs occurs, Kind value) {
        OTHERS.put(kind, new Field(occurs, value, value == DATA ? "any" : "object", false));
    }
}
