package dev.countersign.mock.cli.config;

import dev.countersign.openapi.check.NearestName;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.IdentityHashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.snakeyaml.engine.v2.api.LoadSettings;
import org.snakeyaml.engine.v2.api.lowlevel.Compose;
import org.snakeyaml.engine.v2.exceptions.Mark;
import org.snakeyaml.engine.v2.exceptions.MarkedYamlEngineException;
import org.snakeyaml.engine.v2.exceptions.YamlEngineException;
import org.snakeyaml.engine.v2.nodes.MappingNode;
import org.snakeyaml.engine.v2.nodes.Node;
import org.snakeyaml.engine.v2.nodes.NodeTuple;
import org.snakeyaml.engine.v2.nodes.ScalarNode;
import org.snakeyaml.engine.v2.nodes.SequenceNode;
import org.snakeyaml.engine.v2.nodes.Tag;
import picocli.CommandLine.Model.ArgSpec;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.ParameterException;

/**
 * A file of flags: a mapping in YAML whose keys are flags without their dashes. A list is a flag that is repeated, a mapping one
 * whose values are {@code NAME=VALUE}. Names of files are relative to this one.
 */
final class ConfigFile {
    private final Path file;
    private final IdentityHashMap<ArgSpec, Setting> settings = new IdentityHashMap<>();
    private final List<String> faults = new ArrayList<>();

    private ConfigFile(Path file) {
        this.file = file;
    }

    /**
     * Reads what the file says about the flags and parameters of a command.
     *
     * @throws ParameterException when it cannot be used; says all that is wrong, a line for each fault
     */
    static IdentityHashMap<ArgSpec, Setting> read(Path file, CommandSpec command) {
        ConfigFile config = new ConfigFile(file);
        Optional<Node> root = config.parsed();
        if (root.isPresent()) {
            config.addAll(root.get(), command);
        }
        if (!config.faults.isEmpty()) {
            throw new ParameterException(command.commandLine(), String.join(System.lineSeparator(), config.faults));
        }
        return config.settings;
    }

    private Optional<Node> parsed() {
        try {
            return new Compose(LoadSettings.builder().build()).composeString(Files.readString(file));
        } catch (NoSuchFileException e) {
            faults.add(file + ": there is no such file");
        } catch (IOException e) {
            faults.add(file + ": the file cannot be read, or is not text in UTF-8");
        } catch (MarkedYamlEngineException e) {
            int line = e.getProblemMark().map(Mark::getLine).orElse(0) + 1;
            faults.add(file + ":" + line + ": the file is not valid YAML: " + e.getProblem());
        } catch (YamlEngineException e) {
            faults.add(file + ": the file is not valid YAML");
        }
        return Optional.empty();
    }

    private void addAll(Node root, CommandSpec command) {
        if (!(root instanceof MappingNode mapping)) {
            fault(root, "the file has to be a mapping of flags to values, such as port: 4010");
            return;
        }
        Map<String, ArgSpec> known = known(command);
        Set<ArgSpec> seen = Collections.newSetFromMap(new IdentityHashMap<>());
        for (NodeTuple entry : mapping.getValue()) {
            String key = scalar(entry.getKeyNode());
            ArgSpec argument = known.get(String.valueOf(key));
            if (argument == null) {
                fault(entry.getKeyNode(), unknown(String.valueOf(key), known.keySet(), command));
            } else if (!seen.add(argument)) {
                fault(entry.getKeyNode(), "'" + key + "' is set twice");
            } else {
                add(argument, String.valueOf(key), entry);
            }
        }
    }

    private static Map<String, ArgSpec> known(CommandSpec command) {
        Map<String, ArgSpec> known = new LinkedHashMap<>();
        FlagNames.settable(command)
                .forEach(argument -> FlagNames.keys(argument).forEach(key -> known.put(key, argument)));
        known.remove("config");
        return known;
    }

    private static String unknown(String key, Set<String> known, CommandSpec command) {
        String name = key.replaceFirst("^--?", "");
        String meant = known.contains(name)
                ? "Write it without dashes: " + name
                : NearestName.of(name, known)
                        .map(near -> "Did you mean " + near + "?")
                        .orElse("Flags are listed by: " + command.qualifiedName() + " --help");
        return "there is no flag '" + key + "'. " + meant;
    }

    private void add(ArgSpec argument, String key, NodeTuple entry) {
        Node value = entry.getValueNode();
        List<String> texts = texts(value);
        boolean one = value instanceof ScalarNode;
        if (texts.contains(null) || (!one && !argument.isMultiValue())) {
            fault(
                    value,
                    "'" + key + "' needs a " + (argument.isMultiValue() ? "text, or a list of texts" : "single value"));
        } else if (!texts.isEmpty()) {
            String separator = argument.splitRegex().isEmpty() ? "," : argument.splitRegex();
            String text = texts.stream().map(each -> resolved(argument, each)).collect(Collectors.joining(separator));
            settings.put(argument, new Setting(text, file + ":" + line(entry.getKeyNode())));
        }
    }

    /** What is no text is null. */
    private static List<@Nullable String> texts(Node value) {
        List<@Nullable String> texts = new ArrayList<>();
        if (value instanceof SequenceNode list) {
            list.getValue().forEach(each -> texts.add(scalar(each)));
        } else if (value instanceof MappingNode pairs) {
            for (NodeTuple pair : pairs.getValue()) {
                String name = scalar(pair.getKeyNode());
                String text = scalar(pair.getValueNode());
                texts.add(name == null || text == null ? null : name + "=" + text);
            }
        } else {
            texts.add(scalar(value));
        }
        return texts;
    }

    private static @Nullable String scalar(Node node) {
        return node instanceof ScalarNode scalar && !scalar.getTag().equals(Tag.NULL) ? scalar.getValue() : null;
    }

    /** Names of files are relative to this one, also behind the name of what they are for. */
    private String resolved(ArgSpec argument, String text) {
        if (!FlagNames.isFile(argument) || text.equals("-") || text.matches("https?://.*")) {
            return text;
        }
        int equals = argument.isOption() ? text.indexOf('=') : -1;
        return text.substring(0, equals + 1) + file.resolveSibling(text.substring(equals + 1));
    }

    private void fault(Node node, String what) {
        faults.add(file + ":" + line(node) + ": " + what);
    }

    private static int line(Node node) {
        return node.getStartMark().map(mark -> mark.getLine() + 1).orElse(1);
    }
}
