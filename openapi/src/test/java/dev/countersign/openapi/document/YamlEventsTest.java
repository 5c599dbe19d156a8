package dev.countersign.openapi.document;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.snakeyaml.engine.v2.api.LoadSettings;
import org.snakeyaml.engine.v2.api.lowlevel.Compose;
import org.snakeyaml.engine.v2.exceptions.YamlEngineException;
import org.snakeyaml.engine.v2.schema.CoreSchema;
import tools.jackson.databind.JsonNode;

/** YAML that is read without the node graph says the same as with it, or is left to the graph. */
class YamlEventsTest {
    private static final LoadSettings SETTINGS =
            LoadSettings.builder().setSchema(new CoreSchema()).build();

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "a: 1~b: [x, 'y', \"z\"]|{\"a\":1,\"b\":[\"x\",\"y\",\"z\"]}",
                "- 012~- 0x1F~- 0o17~- -3|[12,31,15,-3]",
                "- 1.50~- 1e3~- .5~- '1.5'|[1.50,1E+3,0.5,\"1.5\"]",
                "- true~- False~- 'true'~- yes|[true,false,\"true\",\"yes\"]",
                "- TILDE~- null~- Null~- 'null'~-|[null,null,null,\"null\",null]",
                "- .inf~- .nan~- 2026-12-01|[\".inf\",\".nan\",\"2026-12-01\"]",
                "200: ok~true: yes~null: no|{\"200\":\"ok\",\"true\":\"yes\",\"null\":\"no\"}",
                "a: >-~  folded~  text~b: {}~c: []|{\"a\":\"folded text\",\"b\":{},\"c\":[]}",
                "# only a word~word|\"word\"",
                "a: &unused 1|{\"a\":1}",
                "99999999999: 123456789012345678901234567890|{\"99999999999\":123456789012345678901234567890}",
                "%YAML 1.2~---~a: 1~...|{\"a\":1}",
            })
    void readsWhatTheGraphReads(String yaml, String json) throws Exception {
        String text = yaml.replace("TILDE", "\u0000").replace('~', '\n').replace('\0', '~');

        assertThat(YamlEvents.read(text, SETTINGS))
                .hasValueSatisfying(value -> assertThat(value).hasToString(json));
        assertThat(YamlTree.of(new Compose(SETTINGS).composeString(text).orElseThrow(), duplicate -> {}))
                .hasToString(json);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "a: &n 1\nb: *n",
                "a: !!str 1",
                "a: ! 1",
                "base: {a: 1}\nb:\n  <<: {c: 2}",
                "a: 1\na: 2",
                "? [a]\n: 1",
                "a: 1\n---\nb: 2",
            })
    void leavesTheRestToTheGraph(String text) {
        assertThat(YamlEvents.read(text, SETTINGS)).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "# nothing\n", "\n"})
    void hasNoValueWhereThereIsNoDocument(String text) {
        assertThat(YamlEvents.read(text, SETTINGS))
                .hasValueSatisfying(value -> assertThat(value.isMissingNode()).isTrue());
    }

    @Test
    void doesNotHideWhatIsMalformed() {
        assertThatThrownBy(() -> YamlEvents.read("a: [1", SETTINGS)).isInstanceOf(YamlEngineException.class);
    }

    @Test
    void keepsEachShortTextOnce() {
        JsonNode list = YamlEvents.read("- {type: string}\n- {type: 'string'}", SETTINGS)
                .orElseThrow();

        assertThat(list.get(1).get("type").stringValue())
                .isSameAs(list.get(0).get("type").stringValue());
        assertThat(list.get(1).propertyNames().iterator().next())
                .isSameAs(list.get(0).propertyNames().iterator().next());
    }
}
