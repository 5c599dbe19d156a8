package dev.countersign.maven;

import org.apache.maven.plugin.AbstractMojo;
import org.apache.maven.plugins.annotations.LifecyclePhase;
import org.apache.maven.plugins.annotations.Mojo;

/** Stops the mock server that <code>start</code> has started. */
@Mojo(name = "stop", defaultPhase = LifecyclePhase.POST_INTEGRATION_TEST, threadSafe = true)
public final class StopMojo extends AbstractMojo {
    @Override
    public void execute() {
        try {
            RunningMock.end(getPluginContext());
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
