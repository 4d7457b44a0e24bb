package mpm.service.packaged;

import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.extension.ExtensionContext;
import org.junit.jupiter.api.extension.ParameterContext;
import org.junit.jupiter.api.extension.ParameterResolver;

/**
 * Gives every test class the same process of the packaged service; the first that asks starts it. It runs on Derby unless
 * said otherwise.
 */
public class RunningService implements ParameterResolver {

    /** A new database with nothing in it: the settings by which a service starts on it. */
    record Empty(Map<String, String> settings) {}

    /** A service that has the sample company; the test classes that ask for one share it. */
    record WithSample(ServiceProcess service) {}

    private final Database database;

    public RunningService() {
        this(Database.DERBY);
    }

    RunningService(Database database) {
        this.database = database;
    }

    @Override
    public boolean supportsParameter(ParameterContext parameter, ExtensionContext test) {
        return List.of(ServiceProcess.class, Empty.class, WithSample.class)
                .contains(parameter.getParameter().getType());
    }

    @Override
    public Object resolveParameter(ParameterContext parameter, ExtensionContext test) {
        Class<?> type = parameter.getParameter().getType();
        if (type == Empty.class) {
            return new Empty(database.empty(test));
        }
        return type == WithSample.class ? new WithSample(database.sampleService(test)) : database.service(test);
    }
}
