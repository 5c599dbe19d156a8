package dev.countersign.verify.release;

import static org.assertj.core.api.Assertions.assertThat;

import dev.countersign.verify.ShippedContract;
import java.net.URISyntaxException;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What counts as a break of the client's API. */
class ClientApiTest {
    private static final String TYPE = "type shop.Cart: public final class shop.Cart";
    private static final String METHOD = "member shop.Cart: public int size()";

    @Test
    void listsPublicTypesWithTheirMembersAndSupertypes() throws URISyntaxException {
        Path classes = Path.of(ClientApiTest.class
                .getProtectionDomain()
                .getCodeSource()
                .getLocation()
                .toURI());
        String name = ClientApiListed.class.getName();
        assertThat(ClientApi.of(classes, List.of(name, name + "$Inner", name + "$Hidden")))
                .containsExactly(
                        "member " + name + "$Inner: public " + name + "$Inner()",
                        "member " + name + ": protected abstract java.util.List<java.lang.String> open(int) throws"
                                + " java.io.IOException",
                        "member " + name + ": public " + name + "()",
                        "member " + name + ": public static final int LIMIT",
                        "type " + name + "$Inner: public class " + name + "$Inner",
                        "type " + name + ": public abstract class " + name
                                + " implements java.lang.Comparable<java.lang.String>");
    }

    @Test
    void listsTheClientThatWasBuilt() {
        assertThat(ClientApi.of(ShippedContract.call().client().type()))
                .anyMatch(
                        line -> line.startsWith("type ") && line.endsWith("Client implements java.lang.AutoCloseable"))
                .noneMatch(line -> line.startsWith("type dev.countersign.client."))
                .noneMatch(line -> line.startsWith("member ") && line.contains("dev.countersign.client.runtime."));
    }

    @Test
    void sameApiBreaksNobody() {
        assertThat(ClientApi.breaks(List.of(TYPE, METHOD), List.of(METHOD, TYPE)))
                .isEmpty();
    }

    @Test
    void moreBreaksNobody() {
        assertThat(ClientApi.breaks(List.of(TYPE), List.of(TYPE, METHOD))).isEmpty();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "|implements a.A|true",
                "implements a.A|implements a.B, a.A|true",
                "implements a.M<a.K, a.V>|implements a.M<a.K, a.V>, a.B|true",
                "implements a.A|implements a.B|false",
                "implements a.A|implements a.AB|false",
                "implements a.A|extends a.B implements a.A|false",
                "implements a.A||false",
            })
    void implementingMoreBreaksNobody(String before, String now, boolean kept) {
        String released = TYPE + (before == null ? "" : " " + before);
        String current = TYPE + (now == null ? "" : " " + now);

        assertThat(ClientApi.breaks(List.of(released), List.of(current)).isEmpty())
                .isEqualTo(kept);
    }

    @Test
    void goneMemberIsABreak() {
        assertThat(ClientApi.breaks(List.of(TYPE, METHOD), List.of(TYPE)))
                .containsExactly("shop.Cart: public int size() is gone. Consumers: change the code that uses it.");
    }

    @Test
    void goneTypeIsOneBreakWithoutItsMembers() {
        assertThat(ClientApi.breaks(List.of(TYPE, METHOD), List.of()))
                .containsExactly("public final class shop.Cart is gone. Consumers: change the code that uses it.");
    }

    @Test
    void otherDeclarationIsABreakThatSaysWhatItIsNow() {
        assertThat(ClientApi.breaks(List.of(TYPE), List.of("type shop.Cart: public abstract class shop.Cart")))
                .containsExactly("public final class shop.Cart is gone, it is public abstract class shop.Cart now."
                        + " Consumers: change the code that uses it.");
    }

    @Test
    void newAbstractMethodIsABreakForThoseWhoImplementIt() {
        assertThat(ClientApi.breaks(
                        List.of("type shop.Tax: public interface shop.Tax"),
                        List.of(
                                "type shop.Tax: public interface shop.Tax",
                                "member shop.Tax: public abstract int rate()")))
                .containsExactly(
                        "shop.Tax: public abstract int rate() is new and abstract. Consumers: implement it where you"
                                + " implement shop.Tax.");
    }
}
