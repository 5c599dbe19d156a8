package dev.countersign.mock.exchange;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.util.Random;
import org.junit.jupiter.api.Test;

class BytePatternTest {
    /** Few letters, so that what is searched for nearly stands at many places. */
    @Test
    void findsWhatAStringSearchFinds() {
        Random random = new Random(7);
        int found = 0;
        for (int round = 0; round < 20_000; round++) {
            String text = text(random, random.nextInt(30));
            String wanted = text(random, 1 + random.nextInt(4));
            int from = random.nextInt(text.length() + 1);
            int to = from + random.nextInt(text.length() - from + 1);

            int at = pattern(wanted).find(bytes(text), from, to);

            int expected = text.substring(0, to).indexOf(wanted, from);
            assertThat(at).as("%s in %s from %d to %d", wanted, text, from, to).isEqualTo(expected);
            found += at >= 0 ? 1 : 0;
        }
        assertThat(found).isBetween(4_000, 16_000);
    }

    @Test
    void comparesAtAPlace() {
        byte[] bytes = bytes("xaab");

        assertThat(pattern("aab").isAt(bytes, 1, 4)).isTrue();
        assertThat(pattern("aab").isAt(bytes, 1, 3)).isFalse();
        assertThat(pattern("aab").isAt(bytes, 2, 4)).isFalse();
        assertThat(pattern("xb").isAt(bytes, 0, 4)).isFalse();
    }

    @Test
    void searchesForAnyByte() {
        byte[] bytes = {1, -1, -128, 127, 0, -1};

        assertThat(new BytePattern(new byte[] {-128, 127}).find(bytes, 0, bytes.length))
                .isEqualTo(2);
        assertThat(new BytePattern(new byte[] {0, -1}).find(bytes, 0, bytes.length))
                .isEqualTo(4);
    }

    private static String text(Random random, int length) {
        return random.ints(length, 'a', 'd').mapToObj(Character::toString).reduce("", String::concat);
    }

    private static BytePattern pattern(String text) {
        return new BytePattern(bytes(text));
    }

    private static byte[] bytes(String text) {
        return text.getBytes(StandardCharsets.US_ASCII);
    }
}
