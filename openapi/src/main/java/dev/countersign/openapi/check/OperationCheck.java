package dev.countersign.openapi.check;

import dev.countersign.openapi.contract.Contract;
import dev.countersign.openapi.contract.Operation;
import dev.countersign.openapi.contract.Parameter;
import dev.countersign.openapi.contract.Parameter.In;
import dev.countersign.openapi.contract.SecurityRequirement;
import dev.countersign.openapi.contract.Server;
import dev.countersign.openapi.document.Report;
import dev.countersign.openapi.json.Pointer;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import tools.jackson.databind.JsonNode;

/** Rules of the standard that no table of fields can say: names that must be unique, declared, or agree. */
final class OperationCheck {
    private static final Pattern VARIABLE = Pattern.compile("\\{([^{}]+)}");

    private final Contract contract;
    private final Report report;

    OperationCheck(Contract contract, Report report) {
        this.contract = contract;
        this.report = report;
    }

    void check() {
        checkServers();
        Map<String, String> pathByShape = new HashMap<>();
        Set<String> ids = new HashSet<>();
        for (Operation operation : contract.operations()) {
            String shape = VARIABLE.matcher(operation.path()).replaceAll("{}");
            String other = pathByShape.putIfAbsent(shape, operation.path());
            if (other != null && !other.equals(operation.path())) {
                report.error(
                        operation.pointer(),
                        "The paths \"" + other + "\" and \"" + operation.path() + "\" match the same requests.",
                        "Merge them (OAS 3.1 section 4.8.8).");
            }
            if (!ids.add(operation.id())) {
                report.error(
                        Pointer.child(operation.pointer(), "operationId"),
                        "The operationId \"" + operation.id() + "\" is taken by an earlier operation.",
                        "Choose another.");
            }
            checkPathVariables(operation);
            operation.parameters().forEach(parameter -> checkParameter(operation, parameter));
            checkSecurity(operation);
        }
    }

    private void checkServers() {
        for (int i = 0; i < contract.servers().size(); i++) {
            Server server = contract.servers().get(i);
            Matcher variables = VARIABLE.matcher(server.url());
            while (variables.find()) {
                if (!server.variables().containsKey(variables.group(1))) {
                    report.error(
                            Pointer.child("/servers", i),
                            "The server's variable \"" + variables.group(1) + "\" is not described.",
                            "Add it under \"variables\" with a default.");
                }
            }
            String pointer = Pointer.child("/servers", i) + "/variables";
            server.variables().forEach((name, variable) -> {
                if (!variable.values().isEmpty() && !variable.values().contains(variable.defaultValue())) {
                    report.error(
                            Pointer.child(pointer, name),
                            "The default \"" + variable.defaultValue() + "\" is not one of the values allowed.",
                            "Add it to \"enum\".");
                }
            });
        }
    }

    private void checkPathVariables(Operation operation) {
        Set<String> declared = new HashSet<>();
        operation.parameters().stream()
                .filter(parameter -> parameter.in() == In.PATH)
                .forEach(parameter -> declared.add(parameter.name()));
        Set<String> inPath = new HashSet<>();
        Matcher variables = VARIABLE.matcher(operation.path());
        while (variables.find()) {
            inPath.add(variables.group(1));
            if (!declared.contains(variables.group(1))) {
                report.error(
                        operation.pointer(),
                        "The path's variable \"" + variables.group(1) + "\" is not described.",
                        "Add a parameter of this name with \"in: path\".");
            }
        }
        declared.removeAll(inPath);
        for (String name : declared) {
            report.error(
                    operation.pointer(),
                    "The path parameter \"" + name + "\" does not stand in the path \"" + operation.path() + "\".",
                    "Remove it or correct the path.");
        }
    }

    private void checkParameter(Operation operation, Parameter parameter) {
        if (parameter.schema().isPresent() == parameter.content().isPresent()) {
            report.error(
                    parameter.pointer(),
                    "The parameter \"" + parameter.name() + "\" must have either a \"schema\" or a \"content\".",
                    "");
        }
        if (parameter.in() == In.PATH && !isMarkedAsRequired(parameter)) {
            report.error(
                    parameter.pointer(),
                    "The path parameter \"" + parameter.name() + "\" is not marked as required.",
                    "Add \"required: true\"; " + operation.path() + " cannot be called without it.");
        }
    }

    private boolean isMarkedAsRequired(Parameter parameter) {
        JsonNode required = Pointer.find(contract.document(), parameter.pointer() + "/required");
        return required != null && required.asBoolean(false);
    }

    private void checkSecurity(Operation operation) {
        for (SecurityRequirement requirement : operation.security()) {
            for (String name : requirement.schemes().keySet()) {
                if (!contract.securitySchemes().containsKey(name)) {
                    report.error(
                            operation.pointer(),
                            "The security scheme \"" + name + "\" is not described.",
                            "Add it under components/securitySchemes.");
                }
            }
        }
    }
}
