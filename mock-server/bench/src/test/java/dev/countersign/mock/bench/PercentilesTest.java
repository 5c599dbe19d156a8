package dev.countersign.mock.bench;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;

class PercentilesTest {
    @Test
    void takesTheNearestRankOfAThousand() {
        long[] nanos = LongStream.rangeClosed(1, 1000).map(i -> i * 1000).toArray();

        assertThat(Percentiles.of(nanos)).isEqualTo(new Percentiles(500, 900, 990, 999, 1000));
    }

    @Test
    void roundsRanksUpSoThatNoLongTimeIsLost() {
        assertThat(Percentiles.of(new long[] {1_000, 2_000, 50_000})).isEqualTo(new Percentiles(2, 50, 50, 50, 50));
    }

    @Test
    void isOneTimeWhereThereIsOne() {
        assertThat(Percentiles.of(new long[] {7_500})).isEqualTo(new Percentiles(7.5, 7.5, 7.5, 7.5, 7.5));
    }

    @Test
    void isNoNumberWhereNothingWasMeasured() {
        assertThat(Percentiles.of(new long[0]).p50()).isNaN();
    }
}
