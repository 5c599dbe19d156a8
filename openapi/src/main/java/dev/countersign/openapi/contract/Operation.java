package dev.countersign.openapi.contract;

import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * One operation (OAS 3.1 section 4.8.10), with everything inherited from its path item and the document worked in.
 *
 * @param id {@code operationId}; {@code METHOD /path} where the document gives none
 * @param method the HTTP method in upper case
 * @param path the path template as written, for instance {@code /pets/{petId}}
 * @param tags the tags, in the document's order; empty when it has none
 * @param summary empty when there is none
 * @param description empty when there is none
 * @param deprecated whether the document declares it so
 * @param parameters the path item's and the operation's parameters merged by (name, in), the operation's winning
 * @param queryString the parameter that describes the query as a whole; nearly always absent
 * @param requestBody absent when the operation declares none
 * @param responses every response, in the document's order
 * @param security alternatives of which one must be met; empty when the operation needs no authentication
 * @param servers the servers in force here: the operation's, else the path item's, else the document's
 * @param pagination how its answers follow each other as pages; absent when they do not
 * @param pointer JSON pointer of the operation in the bundled document
 */
public record Operation(
        String id,
        String method,
        String path,
        List<String> tags,
        String summary,
        String description,
        boolean deprecated,
        List<Parameter> parameters,
        Optional<QueryString> queryString,
        Optional<RequestBody> requestBody,
        List<ResponseSpec> responses,
        List<SecurityRequirement> security,
        List<Server> servers,
        Optional<Pagination> pagination,
        String pointer) {

    public Operation {
        tags = List.copyOf(tags);
        parameters = List.copyOf(parameters);
        responses = List.copyOf(responses);
        security = List.copyOf(security);
        servers = List.copyOf(servers);
    }

    /** What describes answers with a status: before its range its code, before the default its range (OAS 3.1 section 4.8.16). */
    public Optional<ResponseSpec> response(int status) {
        return Stream.of(Integer.toString(status), status / 100 + "XX", "default")
                .flatMap(key ->
                        responses.stream().filter(response -> response.status().equals(key)))
                .findFirst();
    }
}
