package mpm.service.plan.entity;

/** A member of a list that people have put into an order. */
public interface Placed {

    String code();

    int place();

    void placeAt(int place);
}
