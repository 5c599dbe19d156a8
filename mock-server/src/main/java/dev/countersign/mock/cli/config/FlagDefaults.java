package dev.countersign.mock.cli.config;

import dev.countersign.openapi.check.NearestName;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.IDefaultValueProvider;
import picocli.CommandLine.Model.ArgSpec;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Model.OptionSpec;
import picocli.CommandLine.ParameterException;

/**
 * What flags are that the command line does not name: what the environment sets, else what the file of {@code --config} sets.
 * For one command line.
 */
public final class FlagDefaults implements IDefaultValueProvider {
    /** The flag that names a file of flags. */
    public static final String CONFIG = "--config";

    /** For the end of a command's help. */
    public static final String HELP =
            "Each flag can be set in the environment, too (COUNTERSIGN_PORT for --port), or in a YAML"
                    + " file that --config names (port: 4010). The command line counts before the environment, and that before the"
                    + " file.";

    private final Map<String, String> environment;
    private final IdentityHashMap<ArgSpec, Setting> used = new IdentityHashMap<>();
    private @Nullable IdentityHashMap<ArgSpec, Setting> file;

    /** With an environment that may hold much else. */
    public FlagDefaults(Map<String, String> environment) {
        this.environment = new TreeMap<>();
        for (Map.Entry<String, String> variable : environment.entrySet()) {
            if (FlagNames.isVariable(variable.getKey())) {
                this.environment.put(variable.getKey(), variable.getValue());
            }
        }
    }

    @Override
    public @Nullable String defaultValue(ArgSpec argument) {
        Setting setting = ofEnvironment(argument);
        if (setting == null && !isConfig(argument)) {
            setting = ofFile(argument);
        }
        if (setting == null) {
            return null;
        }
        used.put(argument, setting);
        return setting.value();
    }

    private @Nullable Setting ofEnvironment(ArgSpec argument) {
        if (environment.isEmpty()) {
            return null;
        }
        for (String name : FlagNames.variables(argument)) {
            String value = environment.get(name);
            if (value != null) {
                return new Setting(value, name);
            }
        }
        return null;
    }

    private static boolean isConfig(ArgSpec argument) {
        return argument instanceof OptionSpec option && List.of(option.names()).contains(CONFIG);
    }

    private @Nullable Setting ofFile(ArgSpec argument) {
        IdentityHashMap<ArgSpec, Setting> settings = file;
        if (settings == null) {
            settings = read(argument.command());
            file = settings;
        }
        return settings.get(argument);
    }

    private IdentityHashMap<ArgSpec, Setting> read(CommandSpec command) {
        OptionSpec option = command.findOption(CONFIG);
        String written = option.getValue();
        String name = written == null || written.isEmpty() ? environment.get("COUNTERSIGN_CONFIG") : written;
        if (name == null || name.isEmpty()) {
            return new IdentityHashMap<>();
        }
        try {
            return ConfigFile.read(Path.of(name), command);
        } catch (InvalidPathException e) {
            throw new ParameterException(command.commandLine(), CONFIG + " is not a file name: " + name);
        }
    }

    /** Where the flags that a message names are set, when that is not on the command line; begins with a full stop. */
    public String origin(@Nullable String message, CommandSpec command) {
        Matcher flags = Pattern.compile("--[A-Za-z][A-Za-z-]*").matcher(String.valueOf(message));
        while (flags.find()) {
            OptionSpec option = command.findOption(flags.group());
            Setting setting = option == null ? null : used.get(option);
            if (setting != null) {
                return ". It is set in " + setting.origin();
            }
        }
        return "";
    }

    /** A sentence for each variable that means no flag and is nearly called like one. */
    public List<String> misspelt(CommandSpec command) {
        if (environment.isEmpty()) {
            return List.of();
        }
        Set<String> known = FlagNames.settable(command)
                .flatMap(argument -> FlagNames.variables(argument).stream())
                .map(FlagNames::withoutPrefix)
                .collect(Collectors.toSet());
        List<String> misspelt = new ArrayList<>();
        for (String variable : environment.keySet()) {
            String name = FlagNames.withoutPrefix(variable);
            if (!known.contains(name)) {
                NearestName.of(name, known)
                        .ifPresent(near -> misspelt.add("the environment variable " + variable
                                + " is not known. Did you mean " + FlagNames.withPrefix(near) + "?"));
            }
        }
        return misspelt;
    }
}
