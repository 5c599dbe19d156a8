package dev.countersign.mock.junit;

import static org.assertj.core.api.Assertions.assertThat;

import dev.countersign.mock.Contracts;
import dev.countersign.mock.OddSchemas;
import dev.countersign.openapi.contract.Contract;
import java.util.List;
import org.junit.jupiter.api.Test;

class ShownValuesTest {
    @Test
    void showsWhatIsDeclaredAndNoSecret() {
        ShownValues shown = ShownValues.of(OddSchemas.contract());

        assertThat(shown.test(List.of("count"))).isTrue();
        assertThat(shown.test(List.of("problems"))).isTrue();
        assertThat(shown.test(List.of("token"))).isFalse();
        assertThat(shown.test(List.of("undeclared"))).isFalse();
    }

    /** Deeper than anybody would bound it, and in a circle. */
    @Test
    void findsTheMarkInListsOfLists() {
        Contract contract = Contracts.parse("""
                openapi: 3.1.0
                info: {title: T, version: '1'}
                paths: {}
                components:
                  schemas:
                    Box:
                      properties:
                        codes: {items: {items: {items: {items: {items: {items: {items: {items: {items: {items: {x-secret: true}}}}}}}}}}}
                        boxes: {items: {$ref: '#/components/schemas/Box'}}
                        plain: {items: {anyOf: [{type: string}, {$ref: '#/components/schemas/List'}]}}
                    List: {items: {$ref: '#/components/schemas/List'}}
                """);
        ShownValues shown = ShownValues.of(contract);

        assertThat(shown.test(List.of("codes"))).isFalse();
        assertThat(shown.test(List.of("boxes"))).isTrue();
        assertThat(shown.test(List.of("plain"))).isTrue();
    }
}
