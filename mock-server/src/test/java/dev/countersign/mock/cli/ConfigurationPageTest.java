package dev.countersign.mock.cli;

import static org.assertj.core.api.Assertions.assertThat;

import dev.countersign.mock.cli.command.Command;
import dev.countersign.mock.cli.command.Lifetime;
import dev.countersign.mock.cli.command.Terminal;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import picocli.CommandLine.Model.ArgSpec;

/** The page that lists all flags has them as the commands say. */
class ConfigurationPageTest {
    @Test
    void listsEveryFlag() throws IOException {
        List<String> rows = Files.readAllLines(Path.of("../docs/configuration.md")).stream()
                .filter(line -> line.startsWith("| `"))
                .toList();

        assertThat(rows).containsExactlyElementsOf(FlagTable.rows());
    }

    /** In the environment several values are one text. */
    @Test
    void everyListCanBeSetInTheEnvironment() {
        Terminal terminal = new Terminal(System.out, System.err);
        for (Command command :
                List.of(new ServeCommand(terminal, new Lifetime()), new ProxyCommand(terminal, new Lifetime()))) {
            assertThat(command.specification().args())
                    .filteredOn(ArgSpec::isMultiValue)
                    .isNotEmpty()
                    .allSatisfy(list -> assertThat(list.splitRegex()).isNotEmpty());
        }
    }
}
