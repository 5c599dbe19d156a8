package dev.countersign.openapi.document;

import dev.countersign.openapi.contract.ContractException;
import dev.countersign.openapi.contract.Dialect;
import dev.countersign.openapi.contract.Problem;
import dev.countersign.openapi.contract.Problem.Severity;
import java.util.List;
import tools.jackson.databind.JsonNode;

/** The versions of the standard that are read. */
public enum Version {
    SWAGGER_2_0(Dialect.OPENAPI_3_0),
    OPENAPI_3_0(Dialect.OPENAPI_3_0),
    OPENAPI_3_1(Dialect.OPENAPI_3_1),
    OPENAPI_3_2(Dialect.OPENAPI_3_1);

    private final Dialect dialect;

    Version(Dialect dialect) {
        this.dialect = dialect;
    }

    /** The dialect of the document once it is bundled; Swagger 2.0 is converted to OpenAPI 3.0. */
    public Dialect dialect() {
        return dialect;
    }

    /** Whether fields beside a {@code $ref} count; before 3.1 they "shall be ignored". */
    public boolean siblingsCount() {
        return dialect == Dialect.OPENAPI_3_1;
    }

    public static Version of(Source document) {
        OtherFormat.of(document).ifPresent(problem -> {
            throw new ContractException(List.of(problem));
        });
        JsonNode tree = document.tree();
        if (!tree.isObject()) {
            throw not(document, "", "This is not an OpenAPI document: its top level is not an object.");
        }
        if (tree.has("swagger")) {
            String version = tree.get("swagger").asString("");
            if (version.startsWith("2")) {
                return SWAGGER_2_0;
            }
            throw not(document, "/swagger", "Swagger version \"" + version + "\" is not supported.");
        }
        if (!tree.has("openapi")) {
            throw not(document, "", "This is not an OpenAPI document: it has neither \"openapi\" nor \"swagger\".");
        }
        String version = tree.get("openapi").asString("");
        if (version.startsWith("3.0")) {
            return OPENAPI_3_0;
        }
        if (version.startsWith("3.1")) {
            return OPENAPI_3_1;
        }
        if (version.startsWith("3.2")) {
            return OPENAPI_3_2;
        }
        throw not(document, "/openapi", "OpenAPI version \"" + version + "\" is not supported.");
    }

    private static ContractException not(Source document, String pointer, String what) {
        return new ContractException(List.of(new Problem(
                Severity.ERROR,
                document.place(pointer),
                what,
                "Supported are \"openapi: 3.0.x\", \"3.1.x\", \"3.2.x\" and \"swagger: '2.0'\".")));
    }
}
