package dev.countersign.openapi.codegen;

import dev.countersign.openapi.contract.Contract;
import dev.countersign.openapi.contract.Operation;
import dev.countersign.openapi.contract.Parameter;
import java.util.IdentityHashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/** Describes every operation, grouped into facades by their first tag. */
final class Operations {
    /** What Feign has a name for; any other method it carries as if it were POST, and the transport puts it right. */
    private static final Set<String> METHODS =
            Set.of("GET", "HEAD", "POST", "PUT", "DELETE", "OPTIONS", "TRACE", "PATCH");

    private final Models models;
    private final Parameters parameters;
    private final Responses responses;
    private final CallExample examples;
    private final Pages pages;
    private final ExampleMethods exampleMethods;
    private final DistinctNames operationIds = DistinctNames.ofClasses(Reserved.operations()::contains);
    private final DistinctNames tagNames = DistinctNames.ofClasses(name -> false);
    private final DistinctNames accessors = DistinctNames.ofMembers(Reserved.accessors());
    private final Map<String, Facade> facades = new LinkedHashMap<>();

    Operations(TypeResolver resolver) {
        this.models = resolver.models();
        this.parameters = new Parameters(resolver);
        this.examples = new CallExample(resolver);
        this.pages = new Pages(models);
        this.exampleMethods = new ExampleMethods(resolver);
        this.responses = new Responses(resolver, new Failures(resolver));
    }

    /** Adds an operation of the contract to the paths of the generator's document. */
    void describe(Contract contract, ObjectNode paths) {
        // Identifiers that are fine already come first, so that no other operation can take their names.
        IdentityHashMap<Operation, String> names = new IdentityHashMap<>();
        for (Operation operation : contract.operations()) {
            String name = JavaNames.member(operation.id());
            if (name.equals(operation.id()) && operationIds.isFree(name)) {
                names.put(operation, operationIds.take(name, "_"));
            }
        }
        for (Operation operation : contract.operations()) {
            String name =
                    names.computeIfAbsent(operation, each -> operationIds.take(JavaNames.member(wanted(each)), "_"));
            add(contract, operation, name, paths);
        }
    }

    /** A name for an operation without an identifier: {@code GET /pets/{petId}} becomes {@code getPetsByPetId}. */
    private static String wanted(Operation operation) {
        if (!operation.id().equals(operation.method() + " " + operation.path())) {
            return operation.id();
        }
        return operation.method().toLowerCase(Locale.ROOT)
                + " "
                + operation.path().replace("{", " By ").replace("}", " ");
    }

    private void add(Contract contract, Operation operation, String name, ObjectNode paths) {
        Facade group = facade(
                contract,
                operation.tags().isEmpty() ? "Default" : operation.tags().get(0));
        ObjectNode facade = group.description();
        String className = JavaNames.type(name);
        ObjectNode described = JsonNodeFactory.instance.objectNode();
        described.put("id", operation.id());
        described.put("idLiteral", JavaText.literal(operation.id()));
        described.put("name", name);
        described.put("constant", JavaNames.constant(name));
        described.put("method", operation.method());
        described.put("methodLiteral", JavaText.literal(operation.method()));
        described.put("path", operation.path());
        described.put("pathLiteral", JavaText.literal(operation.path()));
        String carried = METHODS.contains(operation.method()) ? operation.method() : "POST";
        String requestPath = RequestLine.withoutFragment(operation.path());
        described.put("sharesPath", !requestPath.equals(operation.path()));
        described.put("requestPathLiteral", JavaText.literal(requestPath));
        described.put("requestLine", JavaText.literal(carried + " " + RequestLine.path(requestPath)));
        described.put("deprecated", operation.deprecated());
        described.put(
                "idempotent",
                contract.document().at(operation.pointer()).path("x-idempotent").asBoolean(false));
        idempotencyKey(described, contract, operation);
        described.put("facade", facade.path("class").stringValue());
        described.put("accessor", facade.path("accessor").stringValue());
        described.put("anchor", name.toLowerCase(Locale.ROOT));
        Docs.add(described, operation.summary() + "\n\n" + operation.description());
        parameters.describe(described, operation, className);
        responses.describe(described, operation, className);
        pages.describe(described, operation);
        exampleMethods.add(operation, name);
        boolean optional = described.path("hasOptional").booleanValue();
        described.put("params", optional ? models.name(className + "Params") : "");
        Signature.print(described);
        security(described, contract, operation);
        Servers.describeOwn(described, operation.servers(), contract.servers());
        examples.describe(described, operation);
        OperationDoc.describe(described, operation);
        group.add(described);

        ObjectNode item = paths.putObject("/" + name);
        ObjectNode method = item.putObject(carried.toLowerCase(Locale.ROOT));
        method.putArray("tags").add(facade.path("tag").stringValue());
        // The generator sorts by this name, which nothing else reads.
        method.put("operationId", String.format("operation%08d", paths.size()));
        method.putObject("responses").putObject("200").put("description", "see x-operation");
        method.set("x-operation", described);
    }

    /** The header parameter that the document marks, or that has the usual name of one. */
    private static void idempotencyKey(ObjectNode described, Contract contract, Operation operation) {
        Optional<String> header = operation.parameters().stream()
                .filter(parameter -> parameter.in() == Parameter.In.HEADER)
                .filter(parameter -> parameter.name().toLowerCase(Locale.ROOT).matches("(x-)?idempotency-key")
                        || contract.document()
                                .at(parameter.pointer())
                                .path("x-idempotency-key")
                                .asBoolean(false))
                .map(Parameter::name)
                .findFirst();
        described.put("hasIdempotencyKey", header.isPresent());
        described.put("idempotencyKey", JavaText.literal(header.orElse("")));
    }

    /** Without the schemes that no request shows, such as mutual TLS: what else an alternative asks for is shown all the same. */
    private static void security(ObjectNode described, Contract contract, Operation operation) {
        ArrayNode alternatives = described.putArray("security");
        operation.security().forEach(requirement -> {
            List<String> schemes = requirement.schemes().keySet().stream()
                    .filter(name -> SecurityNames.isShown(contract, name))
                    .map(JavaText::literal)
                    .toList();
            alternatives.addObject().put("schemes", String.join(", ", schemes));
        });
        described.put("hasSecurity", !alternatives.isEmpty());
    }

    private Facade facade(Contract contract, String tag) {
        return facades.computeIfAbsent(tag, key -> {
            String base = JavaNames.facade(tag);
            String name = tagNames.take(base, "");
            while (!models.isFree(name + "Api") || !models.isFree(name + "ApiImpl")) {
                name = tagNames.take(base, "");
            }
            models.reserve(List.of(name + "Api", name + "ApiImpl"));
            return new Facade(name, accessors.take(JavaNames.member(name), "Api"), toldOf(contract, tag));
        });
    }

    private static String toldOf(Contract contract, String tag) {
        return contract.document()
                .path("tags")
                .valueStream()
                .filter(each -> each.path("name").asString("").equals(tag))
                .map(each -> each.path("description").asString(""))
                .findFirst()
                .orElse("");
    }

    /** Adds what is known only when all operations are. */
    void finish(String header) {
        facades.values().forEach(facade -> facade.finish(header, models));
    }

    /** The contract's examples, as methods that return them. */
    ExampleMethods exampleMethods() {
        return exampleMethods;
    }

    /** The facades in the order in which the contract first names them. */
    List<ObjectNode> facades() {
        return facades.values().stream().map(Facade::description).toList();
    }
}
