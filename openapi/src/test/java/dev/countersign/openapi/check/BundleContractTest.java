package dev.countersign.openapi.check;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.countersign.openapi.contract.ContractException;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class BundleContractTest {
    @ParameterizedTest
    @ValueSource(strings = {"https://shop.example/openapi.yaml", "file:/shop/openapi.yaml"})
    void anAddressIsNoPath(String address) {
        assertThatThrownBy(() -> BundleContract.document(address))
                .isInstanceOf(ContractException.class)
                .hasMessage(
                        address + ": error: This is an address, not a path. Fetch the document, and name the file.");
    }

    @Test
    void anEmptyNameIsNoDocument() {
        assertThatThrownBy(() -> BundleContract.document(""))
                .isInstanceOf(ContractException.class)
                .hasMessage("-Dcontract: error: It names no document. Give it the path of one.");
    }

    @ParameterizedTest
    @ValueSource(strings = {"openapi.yaml", "../shop/openapi.yaml", "/shop/openapi.yaml"})
    void aPathIsTakenAsItIs(String path) {
        assertThat(BundleContract.document(path)).isEqualTo(Path.of(path));
    }
}
