package dev.countersign.openapi.build;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ContractNameTest {
    @ParameterizedTest
    @CsvSource({
        "Auth API, Auth, dev.countersign.auth",
        "Town Library API v2, TownLibrary, dev.countersign.townlibrary",
        "'', Contract, dev.countersign.contract",
        "The API, TheApi, dev.countersign.theapi",
        "3D Printing, DPrinting, dev.countersign.dprinting",
        "Größe & Maß, GroEMa, dev.countersign.groema",
        "Client, Client, dev.countersign.clientapi",
        "Switch, Switch, dev.countersign.switchapi"
    })
    void namesWhatIsGenerated(String title, String name, String packageName) {
        ContractName contract = ContractName.of(title);

        assertThat(contract.pascalCase()).isEqualTo(name);
        assertThat(contract.packageName()).isEqualTo(packageName);
    }
}
