package dev.countersign.openapi.codegen;

import dev.countersign.openapi.contract.Contract;
import dev.countersign.openapi.contract.SchemaNode;
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
        operations.finish(header(contract));
        if (models.isEmpty()) {
            describeNoModel(resolver);
        }

        ObjectNode schemas = input.putObject("components").putObject("schemas");
        models.finish(header(contract)).forEach((name, model) -> {
            ObjectNode schema = schemas.putObject(name);
            schema.put("type", "object");
            schema.putObject("properties").putObject("x").put("type", "string");
            schema.set("x-model", model);
        });
        ObjectNode client = client(contract, operations.facades()).put("hasModels", !models.isEmpty());
        operations.exampleMethods().describe(client);
        input.set("x-client", client);
        return input;
    }

    /** Consumers may import the models of any client; Java imports nothing from a package without a class. */
    private static void describeNoModel(TypeResolver resolver) {
        SchemaNode none = SchemaNode.anything("")
                .insteadOf(JsonNodeFactory.instance
                        .objectNode()
                        .put("type", "object")
                        .put("description", "Stands here because the contract has no models."));
        ObjectModel.describe(
                resolver,
                resolver.models().name("NoModel"),
                none,
                resolver.document().shape(none));
    }

    private static String header(Contract contract) {
        return JavadocText.comment("Generated from " + contract.title() + " " + contract.version())
                + ". Do not edit: change the contract and build again.";
    }

    private static ObjectNode client(Contract contract, List<ObjectNode> facades) {
        ObjectNode client = JsonNodeFactory.instance.objectNode();
        client.put("title", contract.title());
        client.put("version", contract.version());
        client.put("versionToken", contract.version().replaceAll("[^A-Za-z0-9.+-]", "-"));
        client.put("header", header(contract));
        String description =
                contract.document().path("info").path("description").asString("");
        Javadoc.of(contract.title())
                .markdown(description)
                .paragraph("Immutable and thread-safe; make one and share it.")
                .describe(client, "javadoc");
        ArrayNode list = client.putArray("facades");
        client.put("docTitle", contract.title());
        client.put("hasFacades", !facades.isEmpty());
        facades.forEach(facade -> list.add(facade.put("first", list.isEmpty())));
        Servers.describe(client, contract.servers());
        ArrayNode schemes = client.putArray("schemes");
        contract.securitySchemes()
                .forEach((name, scheme) -> SecurityNames.expression(scheme)
                        .ifPresent(expression -> schemes.addObject()
                                .put("nameLiteral", JavaText.literal(name))
                                .put("expression", expression)));
        client.put("hasSchemes", !schemes.isEmpty());
        Imports imports = new Imports()
                .add("ClientBuilder ClientDefaults Exchange RequestOptions TransportException List Map")
                .addIf(!schemes.isEmpty(), "AuthScheme")
                .addIf(client.path("hasServers").booleanValue(), "ServerTemplate")
                .addIf(client.path("hasPlainServers").booleanValue(), "Server")
                .addIf(client.path("hasVariableServers").booleanValue(), "Server Optional");
        imports.describe(client, new Models());
        for (int i = 0; i < schemes.size(); i++) {
            ((ObjectNode) schemes.get(i)).put("notLast", i < schemes.size() - 1);
        }
        return client;
    }
}
