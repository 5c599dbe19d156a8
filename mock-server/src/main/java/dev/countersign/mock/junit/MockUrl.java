package dev.countersign.mock.junit;

import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * Marks a parameter, a {@code String} or a {@code java.net.URI}, that takes the address of the running test's mock:
 * {@code http://127.0.0.1:PORT}, without a slash at its end.
 */
@Documented
@Target(ElementType.PARAMETER)
@Retention(RetentionPolicy.RUNTIME)
public @interface MockUrl {}
