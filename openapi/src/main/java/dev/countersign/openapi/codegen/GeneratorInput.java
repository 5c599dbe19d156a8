package dev.countersign.openapi.codegen;

import dev.countersign.openapi.contract.Contract;
import java.util.List;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/**
 * The document for the code generator. To the generator it looks like the plainest OpenAPI there is; what the templates
 * print stands in {@code x-operation}, {@code x-model} and {@code x-client}.
 */
public final class GeneratorInput {
    private GeneratorInput() {}

    /** Describes everything that is generated for a contract. Deterministic: same contract, same document. */
    public static ObjectNode of(Contract contract) {
        ObjectNode input = JsonNodeFactory.instance.objectNode();
        input.put("openapi", "3.0.3");
        input.putObject("info").put("title", "Contract").put("version", "1");
        ObjectNode paths = input.putObject("paths");

        Models models = new Models();
        TypeResolver resolver = new TypeResolver(contract, models);
        resolver.resolveComponents();
        Operations operations = new Operations(resolver);
        operations.describe(contract, paths);

        if (models.isEmpty()) {
            // Java imports nothing from a package without a class, and every facade imports the models.
            ObjectModel.describeEmpty(models);
        }
        ObjectNode schemas = input.putObject("components").putObject("schemas");
        models.finish().forEach((name, model) -> {
            ObjectNode schema = schemas.putObject(name);
            schema.put("type", "object");
            schema.putObject("properties").putObject("x").put("type", "string");
            schema.set("x-model", model);
        });
        input.set("x-client", client(contract, List.copyOf(operations.facades().values())));
        return input;
    }

    private static ObjectNode client(Contract contract, List<ObjectNode> facades) {
        ObjectNode client = JsonNodeFactory.instance.objectNode();
        client.put("title", contract.title());
        client.put("version", contract.version());
        client.put("versionToken", contract.version().replaceAll("[^A-Za-z0-9.+-]", "-"));
        Docs.add(client, contract.title());
        ArrayNode list = client.putArray("facades");
        client.put("docTitle", contract.title());
        facades.forEach(facade -> list.add(facade.put("first", list.isEmpty())));
        Servers.describe(client, contract.servers());
        ArrayNode schemes = client.putArray("schemes");
        contract.securitySchemes()
                .forEach((name, scheme) -> SecurityNames.expression(scheme)
                        .ifPresent(expression -> schemes.addObject()
                                .put("nameLiteral", JavaText.literal(name))
                                .put("expression", expression)));
        for (int i = 0; i < schemes.size(); i++) {
            ((ObjectNode) schemes.get(i)).put("notLast", i < schemes.size() - 1);
        }
        return client;
    }
}
