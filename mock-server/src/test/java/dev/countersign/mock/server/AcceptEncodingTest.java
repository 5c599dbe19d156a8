package dev.countersign.mock.server;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** RFC 9110 sections 12.4.2 and 12.5.3. */
class AcceptEncodingTest {
    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "gzip | true",
                "x-gzip | true",
                "GZip | true",
                "gzip, deflate, br | true",
                "br;q=1.0, gzip;q=0.8, *;q=0.1 | true",
                "deflate , gzip ; q=0.5 | true",
                "gzip;q=0.001 | true",
                "* | true",
                "identity;q=0, * | true",
                "identity;q=0.5, gzip;q=0.5 | true",
                "compress, *;q=0.1 | true",
                "gzip;q=1 , identity | true",
                "`` | false",
                "identity | false",
                "br, deflate | false",
                "gzip;q=0 | false",
                "gzip;q=0.000 | false",
                "gzip;Q=0, * | false",
                "*;q=0 | false",
                "identity, gzip;q=0.5 | false",
                "identity;q=0.9, *;q=0.1 | false",
                "notgzip | false",
            })
    void saysWhetherGzipIsWanted(String field, boolean wanted) {
        assertThat(AcceptEncoding.isGzip(List.of(field))).isEqualTo(wanted);
    }

    @Test
    void readsSeveralFieldsAsOneList() {
        assertThat(AcceptEncoding.isGzip(List.of())).isFalse();
        assertThat(AcceptEncoding.isGzip(List.of("br", "gzip;q=0.5"))).isTrue();
        assertThat(AcceptEncoding.isGzip(List.of("identity", "gzip;q=0.5"))).isFalse();
    }
}
