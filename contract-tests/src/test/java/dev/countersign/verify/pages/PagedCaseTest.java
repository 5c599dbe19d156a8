package dev.countersign.verify.pages;

import static org.assertj.core.api.Assertions.assertThat;

import dev.countersign.openapi.ContractLoader;
import dev.countersign.openapi.contract.Contract;
import dev.countersign.verify.cases.Derivation;
import dev.countersign.verify.cases.SchemaSamples;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import tools.jackson.databind.JsonNode;

/** What is asked of a list one item at a time. */
class PagedCaseTest {
    private static final String ANSWER = "{schema: {type: array, items: {type: string}}, example: [a, b, c]}";

    @TempDir
    Path folder;

    private PagedCase paged(String pagination, String parameters, String answer) throws IOException {
        Path file = Files.writeString(folder.resolve("api.yaml"), """
                openapi: 3.1.0
                info: {title: Lists, version: '1'}
                paths:
                  /shops/{shop}/things:
                    get:
                      operationId: list
                      x-pagination: %s
                      parameters: [{name: shop, in: path, required: true, schema: {type: string}, example: s}, %s]
                      responses: {'200': {description: Things, content: {application/json: %s}}}
                """.formatted(pagination, parameters, answer));
        Contract contract = ContractLoader.load(file).contract();
        return PagedCase.of(
                Derivation.of(contract, new SchemaSamples(contract)).cases().get(0));
    }

    @Test
    void isAskedForWithWhatIsRequiredAndPagesOfOneItem() throws IOException {
        PagedCase paged = paged(
                "{type: offset, size: count}",
                "{name: offset, in: query, schema: {type: integer}, example: 2}, {name: count, in: query, required: true,"
                        + " schema: {type: integer}}, {name: filter, in: query, schema: {type: string}}",
                ANSWER);

        assertThat(paged.obstacle()).isEmpty();
        assertThat(paged.request().arguments())
                .extracting(argument ->
                        argument.parameter().name() + "=" + argument.value().asString())
                .containsExactly("shop=s", "count=1");
        assertThat(paged.pages())
                .map(page -> page.stream().map(JsonNode::asString).toList().toString())
                .containsExactly("[a]", "[b]");
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            page | {name: page, in: query, schema: {type: integer}} | [a, b] | no parameter says how many items a page has
            link | {name: limit, in: query, schema: {type: integer}} | [a, b] | no parameter says which page is wanted, so that the mock server has one only
            page | {name: page, in: query, schema: {type: integer}}, {name: limit, in: query, schema: {type: integer}} | [a] | its first example has fewer than two items
            page | {name: page, in: query, schema: {type: integer}, examples: {one: {value: 1}}}, {name: limit, in: query, schema: {type: integer}} | [a, b] | its requests are examples of the same names as its answers, which stay whole
            """)
    void isPassedOverWithAReason(String pagination, String parameters, String example, String reason)
            throws IOException {
        PagedCase paged = paged(
                pagination, parameters, "{schema: {type: array, items: {type: string}}, example: " + example + "}");

        assertThat(paged.obstacle()).hasValue(reason);
    }
}
