package dev.countersign.openapi.contract;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.node.ObjectNode;

/**
 * Turns a bundled OpenAPI 3.x tree into records. It is lenient: a part that is missing or of the wrong type is read as
 * absent, so that an incomplete document can still be served; judging it is the business of checking.
 */
public final class ContractReader {
    private static final Set<String> METHODS =
            Set.of("get", "put", "post", "delete", "options", "head", "patch", "trace", "query");
    private static final List<Server> NO_SERVERS = List.of(new Server("/", "", Map.of()));

    private final ObjectNode document;
    private final Dialect dialect;
    private final OperationParts parts;

    /**
     * A reader of one document.
     *
     * @param places where a part of the document is written, by its pointer
     */
    public ContractReader(
            ObjectNode document, Dialect dialect, ExternalValues externals, Function<String, Problem.Place> places) {
        this.document = document;
        this.dialect = dialect;
        this.parts = new OperationParts(externals, places);
    }

    public Contract read() {
        DocumentNode top = DocumentNode.of(document, dialect);
        List<Server> servers = servers(top).orElse(NO_SERVERS);
        List<SecurityRequirement> security = security(top).orElse(List.of());
        List<Operation> operations = new ArrayList<>();
        for (DocumentNode pathItem : top.child("paths").children()) {
            if (!pathItem.name().startsWith("x-")) {
                operations.addAll(operations(pathItem, servers, security));
            }
        }
        DocumentNode info = top.child("info");
        return new Contract(
                info.text("title"), info.text("version"), dialect, servers, operations, securitySchemes(top), document);
    }

    private List<Operation> operations(
            DocumentNode pathItem, List<Server> documentServers, List<SecurityRequirement> documentSecurity) {
        List<Server> servers = servers(pathItem).orElse(documentServers);
        List<Parameter> shared = parts.parameters(pathItem.child("parameters"));
        List<Operation> operations = new ArrayList<>();
        for (DocumentNode field : pathItem.children()) {
            if (METHODS.contains(field.name()) && field.node().isObject()) {
                operations.add(operation(
                        field, pathItem, field.name().toUpperCase(Locale.ROOT), servers, documentSecurity, shared));
            }
        }
        // OAS 3.2: methods that the standard does not name.
        for (DocumentNode additional : pathItem.child("additionalOperations").children()) {
            operations.add(operation(additional, pathItem, additional.name(), servers, documentSecurity, shared));
        }
        return operations;
    }

    private Operation operation(
            DocumentNode operation,
            DocumentNode pathItem,
            String method,
            List<Server> servers,
            List<SecurityRequirement> security,
            List<Parameter> shared) {
        Optional<QueryString> sharedQuery = parts.queryString(pathItem.child("parameters"));
        String id = operation.text("operationId");
        // The standard demands the slash that some authors leave out (OAS 3.1 section 4.8.8).
        String path = pathItem.name().startsWith("/") ? pathItem.name() : "/" + pathItem.name();
        List<String> tags = new ArrayList<>();
        operation.child("tags").children().forEach(tag -> tags.add(tag.node().asString("")));
        List<Parameter> parameters = merge(shared, parts.parameters(operation.child("parameters")));
        List<ResponseSpec> responses = parts.responses(operation.child("responses"));
        return new Operation(
                id.isEmpty() ? method + " " + path : id,
                method,
                path,
                tags,
                operation.text("summary"),
                operation.text("description"),
                operation.flag("deprecated", false),
                parameters,
                parts.queryString(operation.child("parameters")).or(() -> sharedQuery),
                parts.requestBody(operation.child("requestBody")),
                responses,
                security(operation).orElse(security),
                servers(operation).orElse(servers),
                PaginationReader.of(operation, parameters, responses).pagination(),
                operation.pointer());
    }

    private static List<Parameter> merge(List<Parameter> shared, List<Parameter> own) {
        Map<String, Parameter> merged = new LinkedHashMap<>();
        shared.forEach(parameter -> merged.put(parameter.in() + parameter.name(), parameter));
        own.forEach(parameter -> merged.put(parameter.in() + parameter.name(), parameter));
        return List.copyOf(merged.values());
    }

    private static Optional<List<Server>> servers(DocumentNode holder) {
        List<Server> servers = new ArrayList<>();
        for (DocumentNode server : holder.child("servers").children()) {
            Map<String, Server.Variable> variables = new LinkedHashMap<>();
            for (DocumentNode variable : server.child("variables").children()) {
                List<String> values = new ArrayList<>();
                variable.child("enum")
                        .children()
                        .forEach(value -> values.add(value.node().asString("")));
                variables.put(variable.name(), new Server.Variable(variable.text("default"), values));
            }
            servers.add(new Server(server.text("url"), server.text("description"), variables));
        }
        return servers.isEmpty() ? Optional.empty() : Optional.of(List.copyOf(servers));
    }

    private static Optional<List<SecurityRequirement>> security(DocumentNode holder) {
        DocumentNode security = holder.child("security");
        if (!security.node().isArray()) {
            return Optional.empty();
        }
        List<SecurityRequirement> requirements = new ArrayList<>();
        for (DocumentNode requirement : security.children()) {
            Map<String, List<String>> schemes = new LinkedHashMap<>();
            for (DocumentNode scheme : requirement.children()) {
                List<String> scopes = new ArrayList<>();
                scheme.children().forEach(scope -> scopes.add(scope.node().asString("")));
                schemes.put(scheme.name(), List.copyOf(scopes));
            }
            requirements.add(new SecurityRequirement(schemes));
        }
        return Optional.of(List.copyOf(requirements));
    }

    private Map<String, SecurityScheme> securitySchemes(DocumentNode top) {
        Map<String, SecurityScheme> schemes = new LinkedHashMap<>();
        for (DocumentNode scheme :
                top.child("components").child("securitySchemes").children()) {
            SecurityScheme read = securityScheme(scheme.resolved());
            if (read != null) {
                schemes.put(scheme.name(), read);
            }
        }
        return schemes;
    }

    private static Optional<String> tokenUrl(DocumentNode flows) {
        return Stream.concat(Stream.of(flows.child("clientCredentials")), flows.entries().stream())
                .map(flow -> flow.text("tokenUrl"))
                .filter(url -> !url.isEmpty())
                .findFirst();
    }

    private static @Nullable SecurityScheme securityScheme(DocumentNode scheme) {
        return switch (scheme.text("type")) {
            case "apiKey" ->
                OperationParts.in(scheme.text("in"))
                        .map(in -> new SecurityScheme.ApiKey(scheme.text("name"), in))
                        .orElse(null);
            case "http" -> new SecurityScheme.Http(scheme.text("scheme").toLowerCase(Locale.ROOT));
            case "oauth2" -> new SecurityScheme.OAuth2(tokenUrl(scheme.child("flows")));
            case "openIdConnect" -> new SecurityScheme.OpenIdConnect();
            case "mutualTLS" -> new SecurityScheme.MutualTls();
            default -> null;
        };
    }
}
