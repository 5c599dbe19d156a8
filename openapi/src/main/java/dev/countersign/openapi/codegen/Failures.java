package dev.countersign.openapi.codegen;

import dev.countersign.openapi.contract.ResponseSpec;
import dev.countersign.openapi.contract.SchemaNode;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import tools.jackson.databind.node.ObjectNode;

/** Describes the exception classes, one for each error model: {@code x-exception}, or the model's name and "Exception". */
final class Failures {
    private final TypeResolver resolver;
    private final Map<String, String> byModel = new LinkedHashMap<>();

    Failures(TypeResolver resolver) {
        this.resolver = resolver;
    }

    String exceptionFor(JavaType model, Optional<SchemaNode> schema, ResponseSpec response) {
        return byModel.computeIfAbsent(model.name(), ignored -> describe(model, schema, response));
    }

    /** What the document calls a model whose name java.lang has taken: the exception of {@code Error} may keep it. */
    private static String base(String model) {
        String original = model.endsWith("Model") ? model.substring(0, model.length() - "Model".length()) : model;
        return Reserved.isJavaLang(original) ? original : model;
    }

    private String describe(JavaType model, Optional<SchemaNode> schema, ResponseSpec response) {
        String wished = schema.map(each -> resolver.document().shape(each).text("x-exception"))
                .orElse("");
        String wanted = wished.isEmpty() ? base(model.name()) + "Exception" : JavaNames.type(wished);
        String name = resolver.models().name(wanted);
        ObjectNode error = resolver.models().open(name, "error");
        error.put("type", model.name());
        error.set("typeLink", model.describe().path("typeLink"));
        Docs.add(error, response.description());
        Javadoc.of(response.description()).describe(error, "javadoc");
        resolver.models().imports(name).add("ApiException ReceivedResponse", model.name());
        return name;
    }
}
