-- Journal: remembers something.
INSERT INTO meta (name, amount, content) VALUES (:name, :amount, :content)
    ON CONFLICT (name) DO UPDATE SET amount = excluded.amount, content = excluded.content;
