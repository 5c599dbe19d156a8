package dev.countersign.client.generation;

import static org.assertj.core.api.Assertions.assertThat;

import dev.countersign.client.Pager;
import java.lang.reflect.Method;
import java.nio.file.Path;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;

/** Which calls have pages, and of what, where a contract's lists are hard to reach. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class PagedCallsTest {
    private GeneratedClient client;

    @BeforeAll
    void generate(@TempDir Path folder) {
        client = GeneratedClient.of(Path.of("src/test/resources/contracts/pages.yaml"), folder);
        assertThat(client.complaints()).isEmpty();
    }

    private Stream<String> paged(String facade) throws Exception {
        Class<?> view = client.facade(facade).getMethod("paged").getReturnType();
        return Stream.of(view.getDeclaredMethods())
                .filter(method -> !method.isDefault())
                .peek(method -> assertThat(method.getReturnType()).isEqualTo(Pager.class))
                .map(method -> method.getName() + " " + item(method));
    }

    private static String item(Method method) {
        return method.getGenericReturnType().getTypeName().replaceAll(".*<(?:.*\\.)?|>", "");
    }

    @Test
    void returnTheItemsThatTheContractNames() throws Exception {
        // Names that generated code needs for itself are given to no model and no operation.
        assertThat(paged("OddApi")).containsExactlyInAnyOrder("deep PagerModel", "paged_ Paged200ResponseRowsItem");
        assertThat(paged("OtherApi")).containsExactly("free Object");
    }

    /** Of an answer that may be one of several classes there is no property to read. */
    @Test
    void areThoseWhoseAnswerIsOneClass() throws Exception {
        assertThat(paged("OddApi")).noneMatch(method -> method.startsWith("either"));
        assertThat(client.facade("OddApi").getMethods())
                .extracting(Method::getName)
                .contains("either");
    }
}
