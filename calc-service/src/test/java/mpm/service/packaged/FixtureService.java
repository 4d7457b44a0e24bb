package mpm.service.packaged;

import org.junit.jupiter.api.extension.ExtensionContext;
import org.junit.jupiter.api.extension.ParameterContext;
import org.junit.jupiter.api.extension.ParameterResolver;

/** Gives every test class the same service with the specification's fixture in it; the first that asks starts it. */
final class FixtureService implements ParameterResolver {

    private final Database database;

    FixtureService(Database database) {
        this.database = database;
    }

    @Override
    public boolean supportsParameter(ParameterContext parameter, ExtensionContext test) {
        return parameter.getParameter().getType() == Fixture.class;
    }

    @Override
    public Object resolveParameter(ParameterContext parameter, ExtensionContext test) {
        return database.fixture(test);
    }
}
