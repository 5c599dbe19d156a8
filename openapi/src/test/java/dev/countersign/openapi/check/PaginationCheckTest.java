package dev.countersign.openapi.check;

import static org.assertj.core.api.Assertions.assertThat;

import dev.countersign.openapi.ContractLoader;
import dev.countersign.openapi.LoadedContract;
import dev.countersign.openapi.contract.Operation;
import dev.countersign.openapi.contract.Pagination;
import dev.countersign.openapi.contract.Parameter;
import dev.countersign.openapi.contract.Problem;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What {@code x-pagination} may say, and what is said of one that is wrong. */
class PaginationCheckTest {
    @TempDir
    private Path folder;

    private LoadedContract load(String pagination) throws IOException {
        return load(
                pagination,
                "{type: object, properties: {things: {type: array}, others: {type: [array, 'null']}, count: {type: integer},"
                        + " next: {type: string}, meta: {$ref: '#/components/schemas/Meta'}}}");
    }

    private LoadedContract load(String pagination, String schema) throws IOException {
        Path file = folder.resolve("api.yaml");
        Files.writeString(file, """
                openapi: 3.1.0
                info: {title: Pages, version: '1'}
                paths:
                  /things:
                    parameters: [{name: offset, in: query, schema: {type: integer}}]
                    get:
                      operationId: list
                      x-pagination: %s
                      parameters:
                        - {name: page, in: query, schema: {type: integer}}
                        - {name: pageSize, in: query, schema: {type: integer}}
                        - {name: after, in: header, schema: {type: string}}
                      responses: {'200': {description: Some, content: {application/json: {schema: %s}}}}
                components:
                  schemas:
                    Meta: {allOf: [{type: object, properties: {'to/tal': {type: number}, cursor: {type: integer}}}]}
                """.formatted(pagination, schema));
        return ContractLoader.load(file);
    }

    private static List<Problem> problems(LoadedContract loaded) {
        return ContractCheck.document(loaded).stream()
                .filter(problem -> problem.place().pointer().contains("x-pagination"))
                .toList();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "pages | | \"pages\" is not one of page, offset, cursor, link. Did you mean \"page\"?",
                "[page] | | \"x-pagination\" must be a type, or an object with one.",
                "{} | /type | \"x-pagination\" has no \"type\", which must be one of page, offset, cursor, link. There are page,"
                        + " offset, cursor, link.",
                "{type: ofset, items: things} | /type | \"ofset\" is not one of page, offset, cursor, link. Did you mean \"offset\"?",
                "{type: page, items: things, sizes: x} | /sizes | \"sizes\" is not a field of \"x-pagination\". Did you mean \"size\"?",
                "{type: page, items: things, parameter: pages} | /parameter | The operation has no query parameter \"pages\". Did you"
                        + " mean \"page\"?",
                "{type: cursor, items: things} | /parameter | The operation has no query parameter \"cursor\". There are offset, page,"
                        + " pageSize.",
                "{type: cursor, items: things, parameter: after} | /parameter | The operation has no query parameter \"after\"."
                        + " There are offset, page, pageSize.",
                "{type: page, items: things, size: pagesize} | /size | The operation has no query parameter \"pagesize\". Did you"
                        + " mean \"pageSize\"?",
                "{type: page, items: thing} | /items | The answer has no property \"thing\". Did you mean \"things\"?",
                "{type: page, items: count} | /items | The property \"count\" of the answer is not a list.",
                "{type: page} | | The answer has several lists; \"items\" must name one of things, others.",
                "{type: page, items: things, next: next} | /next | \"next\" means nothing where pages are counted; only a cursor or"
                        + " link has one.",
                "{type: cursor, parameter: page, items: things, next: /meta/curser} | /next | The answer has no property \"curser\"."
                        + " Did you mean \"cursor\"?",
                "{type: cursor, parameter: page, items: things, next: meta} | /next | The property \"meta\" of the answer is not a"
                        + " value.",
                "{type: page, items: things, total: totals} | /total | The answer has no property \"totals\". There are things,"
                        + " others, count, next, meta.",
                "{type: page, items: things, total: next} | /total | The property \"next\" of the answer is not a number.",
                "{type: page, items: things, first: one} | /first | \"first\" must be a whole number.",
            })
    void saysWhatIsWrongAndWhatMayBeMeant(String pagination, String field, String message) throws IOException {
        LoadedContract loaded = load(pagination);

        assertThat(problems(loaded)).singleElement().satisfies(problem -> {
            assertThat(problem.severity()).isEqualTo(Problem.Severity.ERROR);
            assertThat(problem.place().pointer())
                    .isEqualTo("/paths/~1things/get/x-pagination"
                            + Optional.ofNullable(field).orElse(""));
            assertThat(problem.place().line()).isPresent();
            assertThat((problem.what() + " " + problem.fix()).strip()).isEqualTo(message);
        });
        assertThat(pagination(loaded)).isEmpty();
    }

    private static Optional<Pagination> pagination(LoadedContract loaded) {
        Operation operation = loaded.contract().operations().get(0);
        return operation.pagination();
    }

    @Test
    void isRead() throws IOException {
        LoadedContract loaded = load("{type: page, size: pageSize, items: things, total: /meta/to~1tal, first: 0}");

        assertThat(problems(loaded)).isEmpty();
        assertThat(pagination(loaded)).hasValueSatisfying(pages -> {
            assertThat(pages.type()).isEqualTo(Pagination.Type.PAGE);
            assertThat(pages.parameter()).map(Parameter::name).hasValue("page");
            assertThat(pages.size()).map(Parameter::name).hasValue("pageSize");
            assertThat(pages.items()).containsExactly("things");
            assertThat(pages.next()).isEmpty();
            assertThat(pages.total()).hasValue(List.of("meta", "to/tal"));
            assertThat(pages.first()).isZero();
        });
    }

    @Test
    void needsNoMoreThanATypeWhereTheRestIsClear() throws IOException {
        assertThat(pagination(load("offset", "{type: array}"))).hasValueSatisfying(pages -> {
            assertThat(pages.parameter()).map(Parameter::name).hasValue("offset");
            assertThat(pages.items()).isEmpty();
        });
        assertThat(pagination(load("link", "{type: object, properties: {rows: {type: array}}}")))
                .hasValueSatisfying(pages -> {
                    assertThat(pages.parameter()).isEmpty();
                    assertThat(pages.items()).containsExactly("rows");
                });
        assertThat(problems(load("page", "{type: object}")))
                .singleElement()
                .satisfies(problem -> assertThat(problem.what())
                        .isEqualTo("The answer has no list; \"items\" must name the property that is one."));
        assertThat(problems(load("page", "{type: string}"))).hasSize(1);
    }

    @Test
    void needsAnAnswerInJson() throws IOException {
        LoadedContract loaded = load("page");
        Path file = folder.resolve("text.yaml");
        Files.writeString(file, Files.readString(folder.resolve("api.yaml")).replace("application/json", "text/plain"));

        assertThat(problems(loaded)).isNotEmpty();
        assertThat(problems(ContractLoader.load(file)))
                .singleElement()
                .satisfies(problem -> assertThat(problem.what())
                        .isEqualTo("The operation has no successful response in JSON, so it has no pages."));
    }
}
