package dev.countersign.verify.pact;

import au.com.dius.pact.core.model.matchingrules.MatchingRule;
import au.com.dius.pact.core.model.matchingrules.MatchingRuleCategory;
import au.com.dius.pact.core.model.matchingrules.NumberTypeMatcher;
import au.com.dius.pact.core.model.matchingrules.NumberTypeMatcher.NumberType;
import au.com.dius.pact.core.model.matchingrules.RegexMatcher;
import au.com.dius.pact.core.model.matchingrules.TypeMatcher;
import au.com.dius.pact.core.model.matchingrules.ValuesMatcher;
import dev.countersign.mock.pact.BodyRules;
import dev.countersign.mock.pact.PactRule;
import dev.countersign.verify.cases.Body;

/** Says of a real provider's answer what the schema says, in the Pact library's words. */
final class TypeRules {
    private TypeRules() {}

    static void add(MatchingRuleCategory rules, Body body) {
        body.schema()
                .ifPresent(schema ->
                        BodyRules.of(body.value(), schema).forEach((path, rule) -> rules.setRule(path, matcher(rule))));
    }

    private static MatchingRule matcher(PactRule rule) {
        if (rule instanceof PactRule.Regex regex) {
            return new RegexMatcher(regex.expression());
        }
        if (rule instanceof PactRule.WholeNumber) {
            return new NumberTypeMatcher(NumberType.INTEGER);
        }
        return rule instanceof PactRule.Values ? ValuesMatcher.INSTANCE : TypeMatcher.INSTANCE;
    }
}
