package dev.countersign.openapi.codegen;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class PageTextTest {
    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "see [the guide](guide.md#top)            | see the guide",
                "see [`Pet`](#/components/schemas/Pet)    | see `Pet`",
                "[![logo](logo.png)](/home)               | logo",
                "see [the standard](https://example.org)  | see [the standard](https://example.org)",
                "write to [us](mailto:us@example.org)     | write to [us](mailto:us@example.org)",
                "a[0](1)                                  | a0",
                "[odd [nesting] of](brackets)             | [odd [nesting] of] (brackets)",
                "# Errors                                 | **Errors**",
                "## Errors ##                             | **Errors**",
                "issue #7                                 | issue #7",
            })
    void linksNowhereThatThePageDoesNotHaveAndHeadsNothing(String markdown, String page) {
        assertThat(PageText.of(markdown)).isEqualTo(page);
    }
}
